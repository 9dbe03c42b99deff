package org.panfeng.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.panfeng.sandbox.Messenger;
import org.panfeng.sandbox.Person;

/** People who study and an admin who announces; somebody new comes as others get done. */
final class Colleagues implements AutoCloseable {
    private static final long ADMIN = 999;
    private static final int AT_ONCE = 8;

    private final Messenger messenger;
    private final Account account;
    private final List<Learner> learners = new ArrayList<>();
    private final Announcer announcer;
    private final Crowd crowd;

    Colleagues(Messenger messenger, Account account, long seed) {
        this.messenger = messenger;
        this.account = account;
        this.crowd = new Crowd(seed);
        messenger.listen(account::note);
        messenger.add(new Person(ADMIN, "管理员", null, null, "zh-hans"));
        announcer = new Announcer(new Phone(messenger, account, ADMIN), newcomer());
        crowd.join(announcer);
    }

    private Learner newcomer() {
        long id = 1001 + learners.size();
        messenger.add(new Person(id, "学员" + id, null, null, "zh-hans"));
        Learner learner = new Learner(new Phone(messenger, account, id));
        learners.add(learner);
        crowd.join(learner);
        return learner;
    }

    void begin() {
        crowd.start();
    }

    /** Fails if somebody could not go on, and lets somebody new come where few are at work. */
    void goOn() {
        crowd.check();
        if (learners.stream().filter(learner -> !learner.isDone()).count() < AT_ONCE) {
            newcomer();
        }
    }

    /** Waits until all have done what they came for. */
    void finish(BotProcess bot, Duration within) {
        announcer.finish();
        Await.until(() -> "everybody is done\n" + undone() + bot.said(), within, () -> {
            crowd.check();
            return announcer.isDone() && learners.stream().allMatch(Learner::isDone);
        });
        crowd.close();
    }

    /** The chats of those who are not done. */
    private String undone() {
        String chats = learners.stream()
                .filter(learner -> !learner.isDone())
                .limit(4)
                .map(learner -> learner.person() + " sees " + learner + "\n")
                .collect(Collectors.joining());
        return announcer.isDone() ? chats : chats + "the admin sees " + announcer + "\n";
    }

    List<Long> learners() {
        return learners.stream().map(Learner::person).toList();
    }

    Announcer announcer() {
        return announcer;
    }

    @Override
    public void close() {
        crowd.close();
    }
}
