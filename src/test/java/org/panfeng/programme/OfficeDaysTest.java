package org.panfeng.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.panfeng.programme.CalendarChange.Kind.HOLIDAY;
import static org.panfeng.programme.CalendarChange.Kind.PAUSE;
import static org.panfeng.programme.CalendarChange.Kind.STUDY;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.panfeng.batch.Batch;

/** The office's own entries over the calendar's files. */
class OfficeDaysTest {
    private static final StudyCalendar CN =
            StudyCalendar.load("cn", Path.of("no such folder")).calendar();
    private static final LocalDate MON = LocalDate.of(2026, 11, 16);
    private static final LocalDate SAT = LocalDate.of(2026, 11, 21);
    private static final OfficeDays FILES = new OfficeDays(CN, List.of());

    private static CalendarChange change(
            long id, CalendarChange.Kind kind, LocalDate first, @Nullable LocalDate last, String name) {
        return new CalendarChange(id, kind, first, last, name);
    }

    @Test
    void withoutEntriesTheFilesCount() {
        assertThat(FILES.isWorkingDay(MON)).isTrue();
        assertThat(FILES.isWorkingDay(SAT)).isFalse();
        assertThat(FILES.nameOf(LocalDate.of(2026, 10, 1))).contains("国庆节");
        assertThat(FILES.changeOn(MON)).isEmpty();
        assertThat(FILES.isPaused(MON)).isFalse();
        assertThat(CN.isPaused(MON)).as("files know no pauses").isFalse();
    }

    @Test
    void anEntryCoversItsFirstAndItsLastDayAndNoOther() {
        CalendarChange sports = change(1, HOLIDAY, MON, MON.plusDays(1), "运动会");
        assertThat(sports.covers(MON.minusDays(1))).isFalse();
        assertThat(sports.covers(MON)).isTrue();
        assertThat(sports.covers(MON.plusDays(1))).isTrue();
        assertThat(sports.covers(MON.plusDays(2))).isFalse();
        OfficeDays days = FILES.with(sports);
        assertThat(days.isWorkingDay(MON.plusDays(1))).isFalse();
        assertThat(days.isWorkingDay(MON.plusDays(2))).isTrue();
        assertThat(days.nameOf(MON)).contains("运动会");
    }

    @Test
    void aStudyDayIsWorkedAlsoOnAPublicHoliday() {
        LocalDate national = LocalDate.of(2026, 10, 1);
        OfficeDays days = FILES.with(change(1, STUDY, national, national, ""));
        assertThat(days.isWorkingDay(national)).isTrue();
        assertThat(days.nameOf(national))
                .as("it is no longer called by the holiday")
                .isEmpty();
        assertThat(days.isPaused(national)).isFalse();
    }

    @Test
    void ofTheEntriesThatCoverADateTheNewestCounts() {
        OfficeDays days = FILES.with(change(2, STUDY, SAT, SAT, "")).with(change(1, PAUSE, MON, null, ""));
        assertThat(days.isWorkingDay(SAT)).isTrue();
        assertThat(days.isWorkingDay(MON)).isFalse();
        OfficeDays overruled = days.with(change(3, HOLIDAY, SAT, SAT, "公休"));
        assertThat(overruled.isWorkingDay(SAT)).isFalse();
        assertThat(overruled.nameOf(SAT)).contains("公休");
        assertThat(overruled.without(3).isWorkingDay(SAT)).isTrue();
        assertThat(overruled.without(3).without(2).isWorkingDay(SAT)).isFalse();
    }

    @Test
    void aPauseGoesOnUntilItIsEnded() {
        OfficeDays days = FILES.with(change(1, PAUSE, MON, null, ""));
        assertThat(days.isPaused(MON.minusDays(1))).isFalse();
        assertThat(days.isPaused(MON)).isTrue();
        assertThat(days.isWorkingDay(MON.plusYears(3))).isFalse();
        OfficeDays ended = days.ended(1, MON.plusDays(2));
        assertThat(ended.isPaused(MON.plusDays(2))).isTrue();
        assertThat(ended.isPaused(MON.plusDays(3))).isFalse();
        assertThat(days.ended(7, MON)).isEqualTo(days);
    }

    @Test
    void ownEntriesAreNoDataOfAYear() {
        LocalDate day = LocalDate.of(2027, 5, 3);
        assertThat(FILES.with(change(1, HOLIDAY, day, day, "")).hasDataFor(2027))
                .isFalse();
        assertThat(FILES.hasDataFor(2026)).isTrue();
        assertThat(new OfficeCalendar(CN).hasDataFor(2027)).isFalse();
    }

    @Test
    void impossibleEntriesAreRefused() {
        assertThatThrownBy(() -> change(1, HOLIDAY, MON, MON.minusDays(1), ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> change(1, STUDY, MON, null, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoeverChangesTheCalendarInABatchSeesItAtOnceAndTheOthersAfterwards() {
        OfficeCalendar calendar = new OfficeCalendar(CN);
        List<CalendarChange> changes = List.of(change(1, HOLIDAY, MON, MON, "公休"));
        Batch.run(() -> {
            assertThat(calendar.isWorkingDay(MON)).isTrue();
            calendar.showInBatch(changes);
            assertThat(calendar.isWorkingDay(MON)).isFalse();
            assertThat(calendar.nameOf(MON)).contains("公休");
        });
        assertThat(calendar.isWorkingDay(MON)).isTrue();
        calendar.show(changes);
        assertThat(calendar.isWorkingDay(MON)).isFalse();
        assertThat(calendar.hasDataFor(2026)).isTrue();
        assertThat(calendar.isPaused(MON)).isFalse();
    }

    @Test
    void aBatchKeepsToTheDaysItBeganWith() {
        OfficeCalendar calendar = new OfficeCalendar(CN);
        List<Boolean> worked = new ArrayList<>();
        Batch.run(() -> {
            worked.add(calendar.isWorkingDay(MON));
            calendar.show(List.of(change(1, PAUSE, MON, null, "")));
            worked.add(calendar.isWorkingDay(MON));
        });
        assertThat(worked).containsExactly(true, true);
        assertThat(calendar.isPaused(MON)).isTrue();
    }

    @Test
    void aPausedProgrammeIsNotOver() {
        Timetable open = timetable(null);
        assertThat(open.isPausedAfter(MON)).isFalse();
        Timetable paused = open.with(FILES.with(change(1, PAUSE, MON.plusDays(3), null, "")));
        assertThat(paused.isPausedAfter(MON)).isTrue();
        assertThat(timetable(MON).with(paused.calendar()).isPausedAfter(MON)).isFalse();
        assertThat(timetable(MON.plusDays(1)).with(paused.calendar()).isPausedAfter(MON))
                .as("the end comes before the pause")
                .isFalse();
        assertThat(timetable(MON.plusDays(9)).with(paused.calendar()).isPausedAfter(MON))
                .isTrue();
        assertThat(timetable(MON.plusDays(9)).with(paused.calendar()).isPausedAfter(MON.plusDays(9)))
                .as("it ended in the pause")
                .isFalse();
    }

    @Test
    void aProgrammeMayGoOnLongAfterAPauseOfMoreThanAYear() {
        OfficeDays days = FILES.with(change(1, PAUSE, MON, MON.plusDays(450), ""));
        assertThat(timetable(MON.plusDays(500)).with(days).isPausedAfter(MON)).isTrue();
    }

    private static Timetable timetable(@Nullable LocalDate last) {
        return new Timetable(ZoneId.of("Asia/Shanghai"), LocalTime.of(4, 0), FILES, null, last);
    }
}
