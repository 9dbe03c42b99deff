package org.panfeng.calendar;

import java.time.LocalDate;
import java.util.List;
import org.panfeng.programme.Timetable;

/**
 * What a change of the calendar does.
 *
 * @param dropped the dates that are no study days any more, in order
 * @param added the dates that become study days, in order
 */
record CalendarEffect(List<LocalDate> dropped, List<LocalDate> added) {
    /** Looks at the dates between two, both included. */
    static CalendarEffect between(Timetable before, Timetable after, LocalDate from, LocalDate to) {
        return new CalendarEffect(
                before.studyDays(from, to).stream()
                        .filter(day -> !after.isStudyDay(day))
                        .toList(),
                after.studyDays(from, to).stream()
                        .filter(day -> !before.isStudyDay(day))
                        .toList());
    }

    boolean isNone() {
        return dropped.isEmpty() && added.isEmpty();
    }

    /** The part of it before a date. */
    CalendarEffect before(LocalDate date) {
        return new CalendarEffect(
                dropped.stream().filter(day -> day.isBefore(date)).toList(),
                added.stream().filter(day -> day.isBefore(date)).toList());
    }
}
