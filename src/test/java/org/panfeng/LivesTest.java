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
 * fails is printed: {@code -Dlives.seed=N} replays it, {@code -Dlives.count=N} settles so many people there.
 */
class LivesTest {
    private static final int PEOPLE = 350;
    private static final int DAYS = 39;
    /** Of each village so many read {@code /why}. */
    private static final int READERS = 10;

    /** Before national day, with its make-up working days around it; in spring; and where a year ends. */
    private static final List<LocalDate> BEGINNINGS =
            List.of(LocalDate.of(2026, 9, 14), LocalDate.of(2026, 2, 2), LocalDate.of(2026, 4, 7));

    @Test
    void sixHundredLivesAreWhatTheRulesSay() {
        long first = new Random().nextLong() >>> 1;
        if (Long.getLong("lives.seed") != null) {
            live(Long.getLong("lives.seed"), TestDatabase.H2, Integer.getInteger("lives.count", PEOPLE));
            return;
        }
        live(first, TestDatabase.H2, 250);
        live(first + 1, TestDatabase.H2, 250);
        live(first + 2, TestDatabase.POSTGRES, 100);
    }

    /** {@code -Dlives.villages=N}: so many times 350 lives. */
    @Test
    @Tag("loop")
    void aHundredThousandLivesAreWhatTheRulesSay() {
        long first = Long.getLong("lives.seed", new Random().nextLong() >>> 1);
        int villages = Integer.getInteger("lives.villages", 286);
        Instant begun = Instant.now();
        for (int i = 0; i < villages; i++) {
            live(first + i, i % 20 == 19 ? TestDatabase.POSTGRES : TestDatabase.H2, PEOPLE);
        }
        System.out.printf(
                "%,d lives in %d min%n",
                villages * PEOPLE, Duration.between(begun, Instant.now()).toMinutes());
    }

    private static void live(long seed, TestDatabase kind, int people) {
        System.out.println("lives.seed=" + seed + " on " + kind + ", lives.count=" + people);
        Random random = new Random(seed);
        LocalDate first = BEGINNINGS.get(random.nextInt(BEGINNINGS.size()));
        LocalDate end = first.plusDays(DAYS);
        Instant founded = Almanac.at(first, LocalTime.of(7, 0));
        Settings.Leave leave = Settings.Leave.values()[random.nextInt(2)];
        try (Village village = new Village(
                kind.open(),
                Curriculum.settings(leave),
                Curriculum.of(DAYS + 20, random),
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
