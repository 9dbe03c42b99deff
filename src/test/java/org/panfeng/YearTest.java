package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A year in villages: in the end everybody reads {@code /why} from the latest page back to the day they joined, and what its lines add up to is
 * what {@code /streak} says. {@code -Dyear.people=N}, {@code -Dyear.seed=N} replays one village.
 */
@Tag("loop")
class YearTest {
    private static final int PEOPLE = 500;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final int LESSONS = 320;

    @Test
    void aYearOfWhyAddsUpForEverybody() {
        long seed = Long.getLong("year.seed", new Random().nextLong() >>> 1);
        int villages = Math.max(1, Integer.getInteger("year.people", 10_000) / PEOPLE);
        Instant begun = Instant.now();
        for (int i = 0; i < villages; i++) {
            live(seed + i);
        }
        System.out.printf(
                "%,d people, a year each, in %d min%n",
                villages * PEOPLE, Duration.between(begun, Instant.now()).toMinutes());
    }

    private static void live(long seed) {
        System.out.println("year.seed=" + seed);
        Random random = new Random(seed);
        Instant founded = Almanac.at(FIRST, LocalTime.of(7, 0));
        try (Village village = new Village(
                TestDatabase.H2.open(),
                Curriculum.settings(Settings.Leave.SELF),
                Curriculum.of(LESSONS, random),
                new Almanac(FIRST, LAST, founded),
                founded)) {
            Newcomers newcomers = new Newcomers(village, random);
            newcomers.settle(PEOPLE);
            Days days = new Days(village, random, newcomers, () -> {});
            FIRST.datesUntil(LAST.plusDays(1)).forEach(days::pass);
            village.works();
            assertThat(Reckoning.of(village)).as("year.seed=%d", seed).isEmpty();
            assertThat(WhyReaders.faults(
                            village,
                            village.lives().stream().filter(Life::isEnrolled).toList()))
                    .as("year.seed=%d", seed)
                    .isEmpty();
        }
    }
}
