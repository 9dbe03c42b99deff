package org.panfeng.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panfeng.sandbox.Person;
import org.panfeng.sandbox.StandIn;

/**
 * Kills the running bot with -9 at random moments, while people study and an admin announces, and holds what people saw against what it
 * has written down. {@code -Dpanfeng.seed=…} repeats the random choices; the moments themselves stay the machine's.
 */
class KillTest {
    private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
    private static final long ADMIN = 999;
    private static final int QUESTIONS = 4;
    private static final int AT_ONCE = 8;
    private static final LocalTime DAY_CHANGES = LocalTime.of(20, 0);
    /** Long enough that a kill often meets a message on its way. */
    private static final Duration LATENCY = Duration.ofMillis(30);

    private static final Duration LULL = Duration.ofMillis(1500);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private final Account account = new Account();
    private final List<Learner> learners = new ArrayList<>();
    private final long seed = Long.getLong("panfeng.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void aConversationGoesOnThroughTwentyKills() throws IOException, SQLException {
        goesOnThrough(20);
    }

    @Test
    @Tag("loop")
    void aConversationGoesOnThroughManyKills() throws IOException, SQLException {
        goesOnThrough(Integer.getInteger("panfeng.kills", 200));
    }

    private void goesOnThrough(int kills) throws IOException, SQLException {
        assumeTheDayWillNotChange();
        System.out.println("KillTest: -Dpanfeng.seed=" + seed);
        Lesson.write(folder.resolve("config"));
        try (StandIn standIn = StandIn.start(0, TOKEN, Clock.systemUTC());
                Crowd crowd = new Crowd(seed)) {
            standIn.messenger().listen(account::note);
            standIn.faults().latency(LATENCY);
            standIn.messenger().add(new Person(ADMIN, "管理员", null, null, "zh-hans"));
            try (BotProcess bot = start(standIn)) {
                bot.awaitReady().stop(Duration.ofSeconds(10));
            }
            Postings.follow(folder);
            Learner first = newcomer(standIn);
            Announcer announcer = new Announcer(new Phone(standIn.messenger(), account, ADMIN), first);
            crowd.join(first);
            crowd.join(announcer);
            crowd.start();
            for (int i = 0; i < kills; i++) {
                killOnce(standIn);
                crowd.check();
                if (learners.stream().filter(learner -> !learner.isDone()).count() < AT_ONCE) {
                    crowd.join(newcomer(standIn));
                }
            }
            try (BotProcess bot = start(standIn)) {
                announcer.finish();
                Await.until(() -> "everybody is done\n" + undone(announcer) + bot.said(), PATIENCE, () -> {
                    crowd.check();
                    return announcer.isDone() && learners.stream().allMatch(Learner::isDone);
                });
                crowd.close();
                awaitQuiet(standIn);
                assertThat(bot.stop(Duration.ofSeconds(5))).as(bot.said()).isIn(0, 143);
            }
            compare(kills, announcer);
        }
    }

    /** The chats of those who are not. */
    private String undone(Announcer announcer) {
        String chats = learners.stream()
                .filter(learner -> !learner.isDone())
                .limit(4)
                .map(learner -> learner.person() + " sees " + learner + "\n")
                .collect(Collectors.joining());
        return announcer.isDone() ? chats : chats + "the admin sees " + announcer + "\n";
    }

    private static void assumeTheDayWillNotChange() {
        LocalTime now = Clock.systemUTC().instant().atZone(ZoneOffset.UTC).toLocalTime();
        Duration left = Duration.between(now, DAY_CHANGES);
        assumeTrue(
                left.isNegative() || left.compareTo(Duration.ofMinutes(10)) > 0,
                "The study day changes within ten minutes, at " + DAY_CHANGES + " UTC; try again after that");
    }

    private Learner newcomer(StandIn standIn) {
        long id = 1001 + learners.size();
        standIn.messenger().add(new Person(id, "学员" + id, null, null, "zh-hans"));
        Learner learner = new Learner(new Phone(standIn.messenger(), account, id));
        learners.add(learner);
        return learner;
    }

    private BotProcess start(StandIn standIn) {
        return BotProcess.start(folder, BotProcess.settings(standIn.url(), TOKEN), "run");
    }

    /** One kill in five comes while the bot is starting, the others after it has said a few things, or when it has no more to say. */
    private void killOnce(StandIn standIn) {
        long before = said(standIn);
        try (BotProcess bot = start(standIn)) {
            if (random.nextInt(5) == 0) {
                Await.pause(random.nextInt(2500));
            } else {
                awaitSaid(standIn, bot, before, PATIENCE);
                awaitSaid(standIn, bot, before + random.nextInt(30), LULL);
                Await.pause(random.nextInt(50));
            }
            assertThat(bot.isAlive()).as(bot.said()).isTrue();
            bot.kill();
        }
    }

    private static void awaitSaid(StandIn standIn, BotProcess bot, long count, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (said(standIn) <= count && System.nanoTime() < end) {
            assertThat(bot.isAlive()).as(bot.said()).isTrue();
            Await.pause(2);
        }
    }

    /** How often something was said to somebody. */
    private static long said(StandIn standIn) {
        return Stream.of("sendMessage", "sendRichMessage", "editMessageText", "answerCallbackQuery")
                .mapToLong(standIn::calls)
                .sum();
    }

    /** All updates are confirmed, and nothing has been said for longer than a chat is left alone after a notice. */
    private static void awaitQuiet(StandIn standIn) {
        long[] last = {0, 0};
        Await.until("nothing is left to be said", PATIENCE, () -> {
            long calls = said(standIn) + standIn.calls("setMyCommands");
            long now = System.nanoTime();
            if (calls != last[0] || standIn.messenger().pendingUpdates() > 0) {
                last[0] = calls;
                last[1] = now;
            }
            return now - last[1] > Duration.ofSeconds(2).toNanos();
        });
    }

    private void compare(int kills, Announcer announcer) throws SQLException {
        try (BotProcess verify = BotProcess.start(folder, BotProcess.settings("http://127.0.0.1:9", TOKEN), "verify")) {
            assertThat(verify.exitWithin(Duration.ofSeconds(30)))
                    .as(verify.said())
                    .isZero();
        }
        try (Books books = new Books(folder)) {
            Audit audit = new Audit(
                    account, books, learners.stream().map(Learner::person).toList());
            audit.answers(QUESTIONS);
            audit.days();
            audit.messages(kills);
            audit.notices(announcer);
            System.out.println("KillTest: " + audit);
        }
    }
}
