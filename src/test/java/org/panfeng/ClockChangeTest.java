package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.programme.Timetable;

/** The machine's clock is wrong for a while, by hours or days, while the bot is running: nothing comes twice and no day is lost. */
class ClockChangeTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    /** In days; those that it has closed in advance are lived through before anything is counted. */
    private static final int LONGEST_ERROR = 4;

    private static final Duration LONGEST_STEP = Duration.ofMinutes(30);

    @ParameterizedTest
    @EnumSource
    void nothingComesTwiceAndNoDayIsLost(TestDatabase database) {
        check(database, Long.getLong("downtime.seed", new Random().nextLong()), 10);
    }

    /** A minute or two. */
    @Tag("loop")
    @ParameterizedTest
    @EnumSource
    void norIsItInManyWeeks(TestDatabase database) {
        long seed = Long.getLong("downtime.seed", new Random().nextLong());
        for (int life = 0; life < 25; life++) {
            check(database, seed + life, 40);
        }
    }

    private static void check(TestDatabase database, long seed, int days) {
        System.out.printf("A wrong clock on %s: -Ddowntime.seed=%d%n", database, seed);
        try (Office office = new Office(database, FIRST + "T08:00")) {
            WrongClock life = new WrongClock(office, new Random(seed));
            for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(days)); day = day.plusDays(1)) {
                life.liveThrough(day, day.isBefore(FIRST.plusDays(days - LONGEST_ERROR)));
            }
            life.check("seed " + seed);
        }
    }

    /** An office whose clock is wrong for some hours of each day; in the evening it is right, and one studies and the other does not. */
    private static final class WrongClock {
        private final Office office;
        private final Random random;
        private final Timetable timetable;
        private final Member li;
        private final Member wang;
        private final Map<LocalDate, Instant> closed = new TreeMap<>();
        private Instant rightNow;

        WrongClock(Office office, Random random) {
            this.office = office;
            this.random = random;
            this.timetable = office.panfeng().timetable;
            this.li = office.enrolled(1, "李明");
            this.wang = office.enrolled(2, "王芳");
            this.rightNow = office.now();
        }

        void liveThrough(LocalDate day, boolean isWrong) {
            runs(timetable.at(day, LocalTime.of(5 + random.nextInt(12), random.nextInt(60))), Duration.ZERO);
            runs(rightNow.plus(Duration.ofMinutes(1 + random.nextInt(180))), isWrong ? error() : Duration.ZERO);
            runs(timetable.at(day, LocalTime.of(20, 30)), Duration.ZERO);
            if (timetable.isStudyDay(day)) {
                li.studies();
            }
            runs(timetable.endOf(day), Duration.ZERO);
            closings();
            assertThat(closed.containsKey(day))
                    .as("%s is closed when it is over", day)
                    .isEqualTo(timetable.isStudyDay(day));
        }

        private Duration error() {
            int minutes = random.nextBoolean() ? 60 + random.nextInt(600) : 1440 + random.nextInt(2 * 1440);
            return Duration.ofMinutes(random.nextBoolean() ? minutes : -minutes);
        }

        /** By a clock that is wrong by so much. It jumps there while the bot is running, and goes on from there without a gap. */
        private void runs(Instant until, Duration error) {
            moveTo(rightNow.plus(error));
            office.hears();
            while (rightNow.isBefore(until)) {
                Instant shown = rightNow.plus(error);
                Instant due = office.panfeng().agenda.next(shown).orElseThrow();
                rightNow = Stream.of(until, rightNow.plus(LONGEST_STEP), due.minus(error))
                        .min(Instant::compareTo)
                        .orElseThrow();
                moveTo(rightNow.plus(error));
                office.wake();
            }
            office.hears();
        }

        private void moveTo(Instant instant) {
            office.sleepsUntil(
                    LocalDateTime.ofInstant(instant, DowntimeLife.ZONE).toString());
        }

        /** A day that is closed stays so, and by the same closing. */
        private void closings() {
            Map<LocalDate, Instant> now = new TreeMap<>();
            office.panfeng()
                    .database
                    .jdbi()
                    .useHandle(handle -> handle.createQuery(
                                    "select study_day, closed_at from programme_day where closed_at is not null")
                            .map((row, context) -> now.put(
                                    row.getObject("study_day", LocalDate.class),
                                    row.getTimestamp("closed_at").toInstant()))
                            .list());
            assertThat(now).containsAllEntriesOf(closed);
            closed.putAll(now);
        }

        void check(String seed) {
            List<LocalDate> days =
                    timetable.studyDays(FIRST, timetable.dateOf(office.now()).minusDays(1));
            assertThat(closed).as(seed).containsKeys(days.toArray(LocalDate[]::new));
            assertThat(li.streak()).as(seed).isEqualTo(days.size());
            for (LocalDate day : days) {
                assertThat(DowntimeTest.messages(wang, day, false))
                        .as("tasks of %s, %s", day, seed)
                        .isEqualTo(1);
                assertThat(DowntimeTest.messages(wang, day, true))
                        .as("reminders of %s, %s", day, seed)
                        .isLessThanOrEqualTo(1);
            }
            // Of the other, whose days a clock that ran ahead has closed before their tasks came, the facts may say
            // more than the ledger.
            assertThat(office.panfeng().study.verification().run().differences())
                    .as(seed)
                    .noneMatch(difference -> difference.startsWith("person 1,"));
        }
    }
}
