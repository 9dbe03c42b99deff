package org.panfeng.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.panfeng.sandbox.StandIn;

/**
 * An office in which people study and an admin announces, while the bot is ended again and again at random moments and started anew.
 * {@code -Dpanfeng.seed=…} repeats the random choices; the moments themselves stay the machine's.
 */
final class BusyOffice implements AutoCloseable {
    private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
    private static final LocalTime DAY_CHANGES = LocalTime.of(20, 0);
    /** Long enough that an end often meets a message on its way. */
    private static final Duration LATENCY = Duration.ofMillis(30);

    private static final Duration LULL = Duration.ofMillis(1500);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final Account account = new Account();
    private final Random random;
    private final StandIn standIn;
    private final Colleagues colleagues;

    /** The bot has run once in this folder, and the first people come. */
    BusyOffice(Path folder) throws IOException, SQLException {
        assumeTheDayWillNotChange();
        long seed = Long.getLong("panfeng.seed", System.nanoTime());
        System.out.println("BusyOffice: -Dpanfeng.seed=" + seed);
        this.folder = folder;
        random = new Random(seed);
        Lesson.write(folder.resolve("config"));
        standIn = StandIn.start(0, TOKEN, Clock.systemUTC());
        standIn.faults().latency(LATENCY);
        try (BotProcess bot = start()) {
            bot.awaitReady().stop(Duration.ofSeconds(10));
        }
        Postings.follow(folder);
        colleagues = new Colleagues(standIn.messenger(), account, seed);
    }

    private static void assumeTheDayWillNotChange() {
        LocalTime now = LocalTime.now(Clock.systemUTC());
        Duration left = Duration.between(now, DAY_CHANGES);
        assumeTrue(
                left.isNegative() || left.compareTo(Duration.ofMinutes(10)) > 0,
                "The study day changes within ten minutes, at " + DAY_CHANGES + " UTC; try again after that");
    }

    private BotProcess start() {
        return BotProcess.start(folder, BotProcess.settings(standIn.url(), TOKEN), "run");
    }

    /** Works through so many ends of the bot, and after them until everybody is done. */
    void goThrough(int ends, Consumer<BotProcess> end) {
        colleagues.begin();
        for (int i = 0; i < ends; i++) {
            goThrough(end);
            colleagues.goOn();
        }
        finish();
    }

    /** One end in five comes while the bot is starting, the others after it has said a few things, or when it has no more to say. */
    private void goThrough(Consumer<BotProcess> end) {
        long before = said();
        try (BotProcess bot = start()) {
            if (random.nextInt(5) == 0) {
                Await.pause(random.nextInt(2500));
            } else {
                awaitSaid(bot, before, PATIENCE);
                awaitSaid(bot, before + random.nextInt(30), LULL);
                Await.pause(random.nextInt(50));
            }
            assertThat(bot.isAlive()).as(bot.said()).isTrue();
            end.accept(bot);
        }
    }

    private void awaitSaid(BotProcess bot, long count, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (said() <= count && System.nanoTime() < end) {
            assertThat(bot.isAlive()).as(bot.said()).isTrue();
            Await.pause(2);
        }
    }

    /** How often something was said to somebody. */
    private long said() {
        return Stream.of("sendMessage", "sendRichMessage", "editMessageText", "answerCallbackQuery")
                .mapToLong(standIn::calls)
                .sum();
    }

    private void finish() {
        try (BotProcess bot = start()) {
            try {
                colleagues.finish(bot, PATIENCE);
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + "\n" + leftOver(bot), e);
            }
            awaitQuiet();
            assertThat(bot.stop(Duration.ofSeconds(5))).as(bot.said()).isIn(0, 143);
        }
    }

    /** What the bot still had to do, for a failure. */
    private String leftOver(BotProcess bot) {
        int pending = standIn.messenger().pendingUpdates();
        bot.stop(Duration.ofSeconds(10));
        try (Books books = new Books(folder)) {
            return "updates not confirmed: " + pending + "\n" + account.lastFlashes(10) + "\n" + books.unfinished();
        } catch (SQLException e) {
            return "updates not confirmed: " + pending + "; the database cannot be read: " + e;
        }
    }

    /** All updates are confirmed, and nothing has been said for longer than a chat is left alone after a notice. */
    private void awaitQuiet() {
        long[] last = {0, 0};
        Await.until("nothing is left to be said", PATIENCE, () -> {
            long calls = said() + standIn.calls("setMyCommands");
            long now = System.nanoTime();
            if (calls != last[0] || standIn.messenger().pendingUpdates() > 0) {
                last[0] = calls;
                last[1] = now;
            }
            return now - last[1] > Duration.ofSeconds(2).toNanos();
        });
    }

    /**
     * Holds what people saw against what was written down.
     *
     * @param losing how many of the ends can have left it open whether a message on its way has arrived
     */
    Audit audit(int losing) throws SQLException {
        BotProcess.verify(folder, TOKEN);
        try (Books books = new Books(folder)) {
            Audit audit = new Audit(account, books, colleagues.learners());
            audit.answers(Lesson.QUESTIONS);
            audit.days();
            audit.messages(losing);
            audit.notices(colleagues.announcer());
            if (losing == 0) {
                audit.nothingInDoubt();
            }
            return audit;
        }
    }

    @Override
    public void close() {
        colleagues.close();
        standIn.close();
    }
}
