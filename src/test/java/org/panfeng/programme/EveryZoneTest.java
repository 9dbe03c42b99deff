package org.panfeng.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * In every zone that Java knows there is exactly one push, one reminder and one close for every day: what is due becomes so at one instant of
 * the day, and stays so until the day ends.
 */
class EveryZoneTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);
    /** A day reaches into its neighbours. */
    private static final int MARGIN = 3;

    private static final List<LocalTime> AROUND_THE_CLOCK = Stream.iterate(
                    LocalTime.MIDNIGHT, time -> time.plusMinutes(30))
            .limit(48)
            .toList();
    private static final List<LocalTime> STARTS = List.of(LocalTime.MIDNIGHT, LocalTime.of(4, 0), LocalTime.of(5, 0));
    /** Changes around Ramadan, and none. */
    private static final List<String> SAMPLE = List.of("Africa/Casablanca", "Asia/Shanghai");

    /** The instants between which a day's clock may do something unexpected. */
    private record Day(Timetable timetable, LocalDate date, Instant start, Instant end, List<Instant> turns) {}

    @Test
    void theDaysOnWhichAClockChangesHaveOnePushOneReminderAndOneClose() {
        for (List<String> zones : kinds().values()) {
            ZoneId zone = ZoneId.of(zones.get(0));
            List<LocalDate> days = changes(zone).stream()
                    .map(change -> change.getInstant().atZone(zone).toLocalDate())
                    .flatMap(date -> date.minusDays(1).datesUntil(date.plusDays(2)))
                    .distinct()
                    .toList();
            check(zone, days);
        }
    }

    @Test
    void soHasEveryDayOfAYearInSomeZones() {
        for (String zone : SAMPLE) {
            check(ZoneId.of(zone), FIRST.datesUntil(FIRST.plusYears(1)).toList());
        }
    }

    /** A minute or two. */
    @Test
    @Tag("loop")
    void soHasEveryDayOfFiveYearsInEveryZone() {
        Instant begun = Instant.now();
        List<LocalDate> days = FIRST.datesUntil(LAST.plusDays(1)).toList();
        LongAdder pushes = new LongAdder();
        kinds().values().parallelStream()
                .forEach(zones -> pushes.add(zones.size() * check(ZoneId.of(zones.get(0)), days)));
        System.out.printf(
                "%,d zones of %d kinds, %,d days, %,d times to push: exactly one each, in %d s%n",
                ZoneId.getAvailableZoneIds().size(),
                kinds().size(),
                days.size(),
                pushes.sum(),
                Duration.between(begun, Instant.now()).toSeconds());
    }

    /** Zones whose clocks do the same in these years are of a kind: for one as for the other. */
    private static Map<List<Object>, List<String>> kinds() {
        return ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .collect(Collectors.groupingBy(id -> List.of(
                        FIRST.minusDays(MARGIN).atStartOfDay(ZoneId.of(id)).getOffset(), changes(ZoneId.of(id)))));
    }

    private static List<ZoneOffsetTransition> changes(ZoneId zone) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        Instant end = LAST.plusDays(MARGIN).atStartOfDay(zone).toInstant();
        ZoneOffsetTransition next = zone.getRules()
                .nextTransition(FIRST.minusDays(MARGIN).atStartOfDay(zone).toInstant());
        while (next != null && next.getInstant().isBefore(end)) {
            changes.add(next);
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return changes;
    }

    /** Returns how many pushes there were. */
    private static long check(ZoneId zone, List<LocalDate> dates) {
        List<Instant> changes =
                changes(zone).stream().map(ZoneOffsetTransition::getInstant).toList();
        for (LocalTime startsAt : STARTS) {
            Timetable timetable = new Timetable(zone, startsAt, StudyCalendar.everyDay(), null, null);
            for (LocalDate date : dates) {
                Instant start = timetable.startOf(date);
                Instant end = timetable.endOf(date);
                Day day = new Day(timetable, date, start, end, turns(start, end, changes));
                checkClose(day);
                AROUND_THE_CLOCK.forEach(time -> checkTime(day, time));
            }
        }
        return (long) STARTS.size() * dates.size() * AROUND_THE_CLOCK.size();
    }

    /** Between two of these the clock just runs: what holds right before and at each of them holds all day. */
    private static List<Instant> turns(Instant start, Instant end, List<Instant> changes) {
        List<Instant> turns = new ArrayList<>(List.of(end.minusNanos(1)));
        for (Instant change : changes) {
            if (change.isAfter(start) && change.isBefore(end)) {
                turns.add(change.minusNanos(1));
                turns.add(change);
            }
        }
        return turns;
    }

    private static void checkClose(Day day) {
        Timetable timetable = day.timetable();
        require(day.start().isBefore(day.end()), day, "lasts", day.timetable().dayStartsAt());
        require(
                timetable.dateOf(day.start()).equals(day.date()),
                day,
                "begins with its start",
                day.timetable().dayStartsAt());
        require(
                timetable.dateOf(day.end().minusNanos(1)).equals(day.date()),
                day,
                "lasts up to its end",
                day.timetable().dayStartsAt());
        require(
                timetable.dateOf(day.end()).equals(day.date().plusDays(1)),
                day,
                "ends where the next begins",
                day.timetable().dayStartsAt());
    }

    private static void checkTime(Day day, LocalTime time) {
        Instant at = day.timetable().at(day.date(), time);
        require(!at.isBefore(day.start()) && at.isBefore(day.end()), day, "has its reminder", time);
        boolean isEarly = time.isBefore(day.timetable().dayStartsAt());
        Instant due = isEarly ? day.start() : at;
        require(!isDue(day, time, day.start().minusNanos(1)), day, "has no push before it starts", time);
        require(due.equals(day.start()) || !isDue(day, time, due.minusNanos(1)), day, "has no push too early", time);
        require(isDue(day, time, due), day, "has its push in time", time);
        for (Instant turn : day.turns()) {
            require(isDue(day, time, turn) == !turn.isBefore(due), day, "has one push only", time);
        }
        require(!isDue(day, time, day.end()), day, "has no push after its end", time);
    }

    /** What the push goes by. */
    private static boolean isDue(Day day, LocalTime time, Instant now) {
        return day.timetable()
                .studyDayAt(now)
                .filter(day.date()::equals)
                .map(date -> day.timetable().latestTimeReached(date, now))
                .filter(latest -> !time.isAfter(latest))
                .isPresent();
    }

    private static void require(boolean holds, Day day, String what, LocalTime time) {
        if (!holds) {
            assertThat(holds)
                    .as(
                            "%s in %s, starting at %s: %s",
                            day.date(), day.timetable().zone(), day.start(), what)
                    .isTrue();
        }
    }
}
