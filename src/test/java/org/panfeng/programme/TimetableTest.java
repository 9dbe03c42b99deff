package org.panfeng.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {
    private static final StudyCalendar CN =
            StudyCalendar.load("cn", Path.of("no such folder")).calendar();

    private final Timetable office = timetable("Asia/Shanghai", "04:00", null, null);

    @Test
    void springFestival2026HasSevenStudyDaysInTwoWeeks() {
        assertThat(office.studyDays(date("2026-02-13"), date("2026-02-28")))
                .extracting(LocalDate::getDayOfMonth)
                .containsExactly(13, 14, 24, 25, 26, 27, 28);
    }

    @Test
    void theNightBelongsToTheEveningBefore() {
        assertThat(office.dateOf(instant("2026-11-16T23:50", "Asia/Shanghai"))).isEqualTo("2026-11-16");
        assertThat(office.dateOf(instant("2026-11-17T01:30", "Asia/Shanghai"))).isEqualTo("2026-11-16");
        assertThat(office.dateOf(instant("2026-11-17T03:59", "Asia/Shanghai"))).isEqualTo("2026-11-16");
        assertThat(office.dateOf(instant("2026-11-17T04:00", "Asia/Shanghai"))).isEqualTo("2026-11-17");
    }

    @Test
    void theNightAfterFridayIsStillStudyAndSaturdayIsNot() {
        assertThat(office.studyDayAt(instant("2026-11-14T03:59", "Asia/Shanghai")))
                .contains(date("2026-11-13"));
        assertThat(office.studyDayAt(instant("2026-11-14T04:00", "Asia/Shanghai")))
                .isEmpty();
    }

    @Test
    void aDayEndsWhereTheNextBegins() {
        assertThat(office.startOf(date("2026-11-16"))).isEqualTo("2026-11-15T20:00:00Z");
        assertThat(office.endOf(date("2026-11-16"))).isEqualTo("2026-11-16T20:00:00Z");
    }

    @Test
    void aTimeBeforeTheDayStartsIsInTheNightAfterIt() {
        assertThat(office.at(date("2026-11-16"), LocalTime.of(8, 30)))
                .isEqualTo(instant("2026-11-16T08:30", "Asia/Shanghai"));
        assertThat(office.at(date("2026-11-16"), LocalTime.of(1, 30)))
                .isEqualTo(instant("2026-11-17T01:30", "Asia/Shanghai"));
        assertThat(office.at(date("2026-11-16"), LocalTime.of(4, 0))).isEqualTo(office.startOf(date("2026-11-16")));
    }

    @Test
    void theProgrammeHasAFirstAndALastDay() {
        Timetable year = timetable("Asia/Shanghai", "04:00", "2026-11-10", "2026-11-16");
        assertThat(year.isStudyDay(date("2026-11-09"))).isFalse();
        assertThat(year.isStudyDay(date("2026-11-10"))).isTrue();
        assertThat(year.isStudyDay(date("2026-11-16"))).isTrue();
        assertThat(year.isStudyDay(date("2026-11-17"))).isFalse();
        assertThat(year.studyDays(LocalDate.MIN, LocalDate.MAX)).hasSize(5);
        assertThat(year.studyDays(date("2026-11-12"), date("2026-11-11"))).isEmpty();
        assertThat(year.studyDays(date("2026-11-13"), date("2026-11-11"))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timetable("Asia/Shanghai", "04:00", "2026-11-16", "2026-11-10"));
    }

    @Test
    void theNeighbouringStudyDaysSkipHolidaysAndTheTimeOutsideTheProgramme() {
        Timetable year = timetable("Asia/Shanghai", "04:00", "2026-09-28", "2026-11-16");
        assertThat(year.nextStudyDay(date("2026-09-30"))).contains(date("2026-10-08"));
        assertThat(year.previousStudyDay(date("2026-10-08"))).contains(date("2026-09-30"));
        assertThat(year.nextStudyDay(date("2020-01-01"))).contains(date("2026-09-28"));
        assertThat(year.previousStudyDay(date("2032-01-01"))).contains(date("2026-11-16"));
        assertThat(year.nextStudyDay(date("2026-11-16"))).isEmpty();
        assertThat(year.previousStudyDay(date("2026-09-28"))).isEmpty();
    }

    @Test
    void theYearsMeetWithoutAGap() {
        assertThat(office.studyDays(date("2025-12-30"), date("2026-01-06")))
                .containsExactly(
                        date("2025-12-30"),
                        date("2025-12-31"),
                        date("2026-01-04"),
                        date("2026-01-05"),
                        date("2026-01-06"));
    }

    @Test
    void inAGapTheFirstValidInstantIsUsed() {
        Timetable newYork = timetable("America/New_York", "02:30", null, null);
        Instant clocksGoForward = Instant.parse("2026-03-08T07:00:00Z");
        assertThat(newYork.startOf(date("2026-03-08"))).isEqualTo(clocksGoForward);
        assertThat(newYork.dateOf(clocksGoForward)).isEqualTo("2026-03-08");
        assertThat(newYork.dateOf(clocksGoForward.minusMillis(1))).isEqualTo("2026-03-07");
        assertThat(newYork.at(date("2026-03-08"), LocalTime.of(2, 45))).isEqualTo(clocksGoForward);
    }

    @Test
    void inAnOverlapTheFirstOccurrenceIsUsed() {
        Timetable newYork = timetable("America/New_York", "01:30", null, null);
        Instant first = Instant.parse("2026-11-01T05:30:00Z");
        assertThat(newYork.startOf(date("2026-11-01"))).isEqualTo(first);
        assertThat(newYork.at(date("2026-11-01"), LocalTime.of(1, 30))).isEqualTo(first);
        assertThat(newYork.dateOf(Instant.parse("2026-11-01T06:10:00Z")))
                .as("01:10 for the second time, after the day has begun at 01:30")
                .isEqualTo("2026-11-01");
    }

    @Test
    void aMidnightThatDoesNotExistStartsTheDayAnHourLater() {
        Timetable cairo = timetable("Africa/Cairo", "00:00", null, null);
        assertThat(cairo.startOf(date("2026-04-24"))).isEqualTo(instant("2026-04-24T01:00", "Africa/Cairo"));
        assertThat(Duration.between(cairo.startOf(date("2026-04-24")), cairo.endOf(date("2026-04-24"))))
                .isEqualTo(Duration.ofHours(23));
        assertThat(cairo.isStudyDay(date("2026-04-24"))).isTrue();
    }

    @Test
    void aTimeThatHasComeStaysSoWhenTheClockIsSetBack() {
        Timetable newYork = timetable("America/New_York", "00:00", null, null);
        LocalDate day = date("2026-11-01");
        assertThat(newYork.latestTimeReached(day, Instant.parse("2026-11-01T05:30:00Z")))
                .isEqualTo("01:30");
        assertThat(newYork.latestTimeReached(day, Instant.parse("2026-11-01T05:59:59Z")))
                .isEqualTo("01:59:59");
        assertThat(newYork.latestTimeReached(day, Instant.parse("2026-11-01T06:00:00Z")))
                .isEqualTo("01:59:59.999999999");
        assertThat(newYork.latestTimeReached(day, Instant.parse("2026-11-01T07:00:00Z")))
                .isEqualTo("02:00");
        assertThat(newYork.latestTimeReached(day, Instant.parse("2026-11-01T13:30:00Z")))
                .isEqualTo("08:30");
    }

    @Test
    void whereNoClockWasEverSetTheTimeThatHasComeIsTheTime() {
        Timetable utc = timetable("UTC", "04:00", null, null);
        assertThat(utc.latestTimeReached(date("2026-11-16"), Instant.parse("2026-11-16T08:30:00Z")))
                .isEqualTo("08:30");
    }

    @Test
    void inTheNightOfADayEveryTimeHasCome() {
        LocalDate monday = date("2026-11-16");
        assertThat(office.latestTimeReached(monday, instant("2026-11-16T23:59", "Asia/Shanghai")))
                .isEqualTo("23:59");
        assertThat(office.latestTimeReached(monday, instant("2026-11-17T00:00", "Asia/Shanghai")))
                .isEqualTo(LocalTime.MAX);
        assertThat(office.latestTimeReached(monday, instant("2026-11-17T03:59", "Asia/Shanghai")))
                .isEqualTo(LocalTime.MAX);
    }

    @Test
    void aTimeThatADayLosesAtItsEndComesAMinuteBefore() {
        Timetable nuuk = timetable("America/Nuuk", "00:00", null, null);
        LocalDate saturday = date("2026-03-28");
        Instant clocksGoForward = nuuk.endOf(saturday);
        assertThat(clocksGoForward).isEqualTo("2026-03-29T01:00:00Z");
        assertThat(nuuk.at(saturday, LocalTime.of(23, 30))).isEqualTo(clocksGoForward.minusSeconds(60));
        assertThat(nuuk.at(saturday, LocalTime.of(22, 59))).isEqualTo(clocksGoForward.minusSeconds(60));
        assertThat(nuuk.at(saturday, LocalTime.of(22, 58))).isEqualTo(clocksGoForward.minusSeconds(120));
        assertThat(nuuk.latestTimeReached(saturday, clocksGoForward.minusSeconds(61)))
                .isEqualTo("22:58:59");
        assertThat(nuuk.latestTimeReached(saturday, clocksGoForward.minusSeconds(60)))
                .isEqualTo(LocalTime.MAX);
    }

    @Test
    void aDateThatTheZoneSkippedIsNoStudyDay() {
        Timetable apia = timetable("Pacific/Apia", "04:00", null, null);
        LocalDate skipped = date("2011-12-30");
        assertThat(apia.isStudyDay(skipped)).isFalse();
        assertThat(apia.startOf(skipped)).isEqualTo(apia.endOf(skipped)).isEqualTo(apia.startOf(date("2011-12-31")));
        assertThat(apia.at(skipped, LocalTime.of(8, 30))).isEqualTo(apia.startOf(skipped));
        assertThat(apia.dateOf(instant("2011-12-31T01:30", "Pacific/Apia"))).isEqualTo("2011-12-29");
        assertThat(apia.endOf(date("2011-12-29"))).isEqualTo(instant("2011-12-31T04:00", "Pacific/Apia"));
        assertThat(apia.nextStudyDay(date("2011-12-29"))).contains(date("2012-01-02"));
    }

    /** Whatever the clock does, days follow each other without gap or overlap, and every instant is in the day it is said to be in. */
    @ParameterizedTest
    @CsvSource({
        "America/New_York, 2026-01-01, 04:00",
        "America/New_York, 2026-01-01, 01:30",
        "America/New_York, 2026-01-01, 02:30",
        "Africa/Cairo, 2026-01-01, 00:00",
        "Pacific/Apia, 2011-07-01, 04:00",
        "Pacific/Apia, 2011-07-01, 00:00",
        "Pacific/Kwajalein, 1993-07-01, 04:00",
        "Australia/Lord_Howe, 2026-01-01, 01:45",
        "Pacific/Chatham, 2026-01-01, 03:00"
    })
    void everyInstantOfAYearBelongsToExactlyOneDay(String zone, String from, String dayStartsAt) {
        Timetable timetable = timetable(zone, dayStartsAt, null, null);
        Instant end = timetable.startOf(date(from).plusYears(1));
        for (Instant at = timetable.startOf(date(from)); at.isBefore(end); at = at.plusSeconds(900)) {
            LocalDate day = timetable.dateOf(at);
            assertThat(at).isAfterOrEqualTo(timetable.startOf(day)).isBefore(timetable.endOf(day));
        }
    }

    @Test
    void aCalendarWithoutAnyWorkingDayEndsTheSearch() {
        List<LocalDate> yearsOff =
                date("2026-01-01").datesUntil(date("2028-12-31")).toList();
        StudyCalendar closed = FileCalendar.of(
                Set.of(),
                yearsOff.stream()
                        .collect(Collectors.toMap(day -> day, day -> new FileCalendar.SpecialDay("closed", true))));
        Timetable never = new Timetable(ZoneId.of("Asia/Shanghai"), LocalTime.of(4, 0), closed, null, null);
        assertThat(never.nextStudyDay(date("2026-06-01"))).isEmpty();
        assertThat(never.previousStudyDay(date("2028-12-01"))).isEmpty();
    }

    private static Timetable timetable(
            String zone, String dayStartsAt, @Nullable String firstDay, @Nullable String lastDay) {
        return new Timetable(
                ZoneId.of(zone),
                LocalTime.parse(dayStartsAt),
                CN,
                firstDay == null ? null : date(firstDay),
                lastDay == null ? null : date(lastDay));
    }

    private static Instant instant(String local, String zone) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
    }

    private static LocalDate date(String iso) {
        return LocalDate.parse(iso);
    }
}
