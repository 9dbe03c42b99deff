package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random lives of whole villages, lived through the front door, against an oracle that knows the rules and nothing of the code. A seed that
 * fails is printed: what it prints replays it, also with fewer people or days.
 */
class LivesTest {
    private static final int PEOPLE = 350;
    private static final int DAYS = 39;
    private static final int FEW_DAYS = 25;
    /** Of each village so many read {@code /why}. */
    private static final int READERS = 10;

    /** Before national day, with its make-up working days around it; in spring; and where a year ends. */
    private static final List<LocalDate> BEGINNINGS =
            List.of(LocalDate.of(2026, 9, 14), LocalDate.of(2026, 2, 2), LocalDate.of(2026, 4, 7));

    @Test
    void sixHundredLivesAreWhatTheRulesSay() {
        Long replay = Long.getLong("lives.seed");
        if (replay != null) {
            TestDatabase kind = TestDatabase.valueOf(System.getProperty("lives.database", "H2"));
            live(replay, kind, Integer.getInteger("lives.count", PEOPLE), Integer.getInteger("lives.days", DAYS));
            return;
        }
        long first = new Random().nextLong() >>> 1;
        live(first, TestDatabase.H2, 500, FEW_DAYS);
        live(first + 1, TestDatabase.POSTGRES, 100, FEW_DAYS);
    }

    /** {@code -Dlives.villages=N}: so many times 350 lives. */
    @Test
    @Tag("loop")
    void aHundredThousandLivesAreWhatTheRulesSay() {
        long first = Long.getLong("lives.seed", new Random().nextLong() >>> 1);
        int villages = Integer.getInteger("lives.villages", 286);
        Instant begun = Instant.now();
        for (int i = 0; i < villages; i++) {
            live(first + i, i % 20 == 19 ? TestDatabase.POSTGRES : TestDatabase.H2, PEOPLE, DAYS);
        }
        System.out.printf(
                "%,d lives in %d min%n",
                villages * PEOPLE, Duration.between(begun, Instant.now()).toMinutes());
    }

    private static void live(long seed, TestDatabase kind, int people, int dates) {
        System.out.printf(
                "-Dlives.seed=%d -Dlives.database=%s -Dlives.count=%d -Dlives.days=%d%n", seed, kind, people, dates);
        Random random = new Random(seed);
        LocalDate first = BEGINNINGS.get(random.nextInt(BEGINNINGS.size()));
        LocalDate end = first.plusDays(dates);
        Instant founded = Almanac.at(first, LocalTime.of(7, 0));
        Settings.Leave leave = Settings.Leave.values()[random.nextInt(2)];
        try (Village village = new Village(
                kind.open(),
                Curriculum.settings(leave),
                Curriculum.of(dates + 20, random),
                new Almanac(first, end, founded),
                founded)) {
            Newcomers newcomers = new Newcomers(village, random);
            newcomers.settle(people);
            Days days = new Days(village, random, newcomers, () -> reckon(village, seed));
            first.datesUntil(end).forEach(days::pass);
            days.pass(end);
            village.works();
            reckon(village, seed);
            List<Life> readers = village.lives().stream()
                    .filter(Life::isEnrolled)
                    .limit(READERS)
                    .toList();
            assertThat(WhyReaders.faults(village, readers))
                    .as("/why, lives.seed=%d", seed)
                    .isEmpty();
        }
    }

    private static void reckon(Village village, long seed) {
        List<String> faults = Reckoning.of(village);
        assertThat(faults.stream().limit(3).toList())
                .as("%d faults on %s, lives.seed=%d", faults.size(), village.today(), seed)
                .isEmpty();
    }
}
