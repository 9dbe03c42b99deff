package org.panfeng.chat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BinaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Rereading;
import org.panfeng.mailbox.SetAside;
import org.panfeng.mailbox.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles updates again that were set aside, when an admin has asked for it: by the same dispatcher, each in a transaction of its own, in
 * which it also leaves the table. One that fails again stays, with what went wrong now.
 */
public final class SecondTries implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SecondTries.class);

    private final Jdbi jdbi;
    private final SetAside setAside;
    private final Rereading rereading;
    private final Dispatcher dispatcher;
    private final Outbox outbox;
    private final BinaryOperator<Instant> countsAt;
    private final Clock officeClock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(SecondTries::thread);

    /**
     * @param countsAt from the instants at which something was received and is handled, the one by which it counts
     */
    public SecondTries(
            Jdbi jdbi,
            SetAside setAside,
            Rereading rereading,
            Dispatcher dispatcher,
            Outbox outbox,
            BinaryOperator<Instant> countsAt,
            Clock officeClock) {
        this.jdbi = jdbi;
        this.setAside = setAside;
        this.rereading = rereading;
        this.dispatcher = dispatcher;
        this.outbox = outbox;
        this.countsAt = countsAt;
        this.officeClock = officeClock;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "second-tries");
        thread.setDaemon(true);
        return thread;
    }

    /** From now on what is asked for is tried at once, beside what comes in. */
    public void start() {
        setAside.onRequested(() -> worker.execute(this::tryNow));
    }

    private void tryNow() {
        try {
            due();
        } catch (RuntimeException e) {
            log.warn(
                    "What was set aside could not be tried again yet: {}",
                    e.getClass().getName());
        }
    }

    @Override
    public void close() {
        worker.shutdown();
    }

    /** Tries what was asked for, and tells whoever has asked how it went. Several nodes may do so at the same time. */
    public synchronized void due() {
        for (Map.Entry<SetAside.Asker, List<Long>> asked : setAside.requested().entrySet()) {
            int handled = 0;
            int failed = 0;
            for (long updateId : asked.getValue()) {
                Optional<Boolean> outcome = tried(updateId);
                handled += outcome.filter(went -> went).isPresent() ? 1 : 0;
                failed += outcome.filter(went -> !went).isPresent() ? 1 : 0;
            }
            if (handled + failed > 0) {
                tell(asked.getKey(), handled, failed);
            }
        }
    }

    /** Whether it went well; empty where somebody else was faster. */
    private Optional<Boolean> tried(long updateId) {
        try {
            return jdbi.inTransaction(handle -> setAside.hold(updateId).map(kept -> {
                Instant at = countsAt.apply(kept.at(), officeClock.instant());
                dispatcher.handleAgain(rereading.read(updateId, kept.raw()), at);
                setAside.remove(updateId);
                return true;
            }));
        } catch (RuntimeException | StackOverflowError e) {
            if (Dispatcher.isOfTheDatabase(e)) {
                throw e;
            }
            log.error("Update {} has failed again: {}", updateId, e.getClass().getName());
            jdbi.useTransaction(handle -> setAside.failedAgain(updateId, e.toString()));
            return Optional.of(false);
        }
    }

    private void tell(SetAside.Asker asker, int handled, int failed) {
        Language language = Language.of(asker.language()).orElse(Language.ZH);
        String key = failed == 0 ? "aside.handled" : "aside.failed-again";
        Content words = Content.html(Texts.html(language, key, handled, failed));
        jdbi.useTransaction(
                handle -> outbox.post(Lane.REPLY, asker.chatId(), Outgoing.send(words, Keyboard.NONE), Topic.NONE));
    }
}
