package org.panfeng;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.panfeng.chat.Language;
import org.panfeng.sandbox.OfficeClock;
import org.panfeng.sandbox.Person;
import org.panfeng.sandbox.Stage;

/** What the page may move; whoever asks before the office has opened waits for it. */
record SandboxStage(PassingTime time, CompletableFuture<Sandbox> opened) implements Stage {
    @Override
    public OfficeClock clock() {
        return time;
    }

    @Override
    public void speak(List<Person> people, String language) {
        opened.join().speak(people, Language.of(language).orElseThrow());
    }

    @Override
    public void restartBot() {
        opened.join().restartBot();
    }
}
