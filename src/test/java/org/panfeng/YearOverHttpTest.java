package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A year over HTTP, after which {@code /why}, page by page, adds up to {@code /streak} for everybody. {@code -Dyear.people=N}, {@code -Dyear.days=N}. */
class YearOverHttpTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    @Test
    void threeWeeksAddUpOverHttp() throws Exception {
        live(5, 21);
    }

    @Test
    @Tag("loop")
    void aYearAddsUpOverHttp() throws Exception {
        live(Integer.getInteger("year.people", 200), Integer.getInteger("year.days", 361));
    }

    private static void live(int people, int days) throws CannotRun {
        long seed = Long.getLong("year.seed", new Random().nextLong() >>> 1);
        System.out.println("year.seed=" + seed);
        Instant begun = Instant.now();
        try (WireVillage village = new WireVillage(people, FIRST, days, new Random(seed))) {
            FIRST.datesUntil(FIRST.plusDays(days))
                    .filter(Curriculum.written()::isWorkingDay)
                    .forEach(village::pass);
            Instant lived = Instant.now();
            Map<Long, String> streaks = new HashMap<>();
            Map<Long, List<String>> pages = village.readWhy(streaks);
            for (long id : village.people()) {
                assertThat(WhySum.faults(pages.getOrDefault(id, List.of()), streaks.getOrDefault(id, "")))
                        .as("person %d, year.seed=%d", id, seed)
                        .isEmpty();
            }
            assertThat(village.panfeng().study.verification().run().differences())
                    .isEmpty();
            System.out.printf(
                    "%d people, %d dates over HTTP: lived in %d s, /why read in %d s%n",
                    people,
                    days,
                    Duration.between(begun, lived).toSeconds(),
                    Duration.between(lived, Instant.now()).toSeconds());
        }
    }
}
