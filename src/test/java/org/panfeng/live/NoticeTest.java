package org.panfeng.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A notice to many, while something goes wrong with one message in fifty, and the bot is killed again and again: everybody has got it
 * once, or is counted among those who have not, for the right reason. {@code -Dpanfeng.seed=…} repeats the random choices.
 */
class NoticeTest {
    private static final String WORDS = "周五演练";
    private static final int ONE_IN = 50;
    /** As many as the bot has under way at most. */
    private static final int ON_THE_WAY = 1000;

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("panfeng.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void everybodyIsAccountedFor() throws IOException, SQLException {
        account(200, 2, 50);
    }

    @Test
    @Tag("loop")
    void everybodyInALargeOfficeIsAccountedFor() throws IOException, SQLException {
        account(Integer.getInteger("panfeng.people", 20_000), Integer.getInteger("panfeng.kills", 20), 1000);
    }

    private void account(int people, int kills, int perSecond) throws IOException, SQLException {
        System.out.println("NoticeTest: -Dpanfeng.seed=" + seed);
        try (EnrolledOffice office = new EnrolledOffice(folder, people, perSecond)) {
            Map<Long, Trouble> troubles = troubles(office);
            try (BotProcess bot = office.start()) {
                office.announce(WORDS);
                killDuring(office, bot, people / (kills + 1));
            }
            for (int kill = 1; kill < kills; kill++) {
                try (BotProcess bot = office.start()) {
                    killDuring(office, bot, people / (kills + 1));
                }
            }
            try (BotProcess bot = office.start()) {
                Await.until(
                        () -> "the report\n" + bot.said(),
                        PATIENCE,
                        () -> office.report().isPresent());
                bot.stop(Duration.ofSeconds(10));
            }
            Receipts receipts = new Receipts(office, WORDS);
            receipts.check(troubles);
            receipts.checkSums();
            assertThat(receipts.stopped()).isLessThanOrEqualTo((long) kills * ON_THE_WAY);
            System.out.printf("NoticeTest: %d troubles, %d kills: %s%n", troubles.size(), kills, receipts);
        }
    }

    /** Each kind at least once. */
    private Map<Long, Trouble> troubles(EnrolledOffice office) {
        Trouble[] kinds = Trouble.values();
        List<Long> unlucky = new ArrayList<>(office.people());
        Collections.shuffle(unlucky, random);
        Map<Long, Trouble> troubles = new HashMap<>();
        for (int i = 0; i < Math.max(kinds.length, unlucky.size() / ONE_IN); i++) {
            Trouble trouble = kinds[i % kinds.length];
            trouble.meet(office, unlucky.get(i));
            troubles.put(unlucky.get(i), trouble);
        }
        return troubles;
    }

    /** Kills the bot when it has sent about so many more. */
    private void killDuring(EnrolledOffice office, BotProcess bot, int portion) {
        long enough = office.sends() + portion / 2 + random.nextInt(portion);
        Await.until(
                () -> "the notice goes on\n" + bot.said(),
                PATIENCE,
                () -> office.sends() >= enough || office.report().isPresent());
        bot.kill();
    }
}
