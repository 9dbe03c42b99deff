package org.panfeng.study;

import org.jdbi.v3.core.Jdbi;
import org.panfeng.mailbox.Outbox;
import org.panfeng.people.Staff;
import org.panfeng.programme.CalendarChanges;
import org.panfeng.programme.Timetable;

/** {@code /calendar}, put together. */
record CalendarFeature(CalendarCommand command, CalendarButtons buttons, HolidayName prompt) {
    static CalendarFeature of(
            Jdbi jdbi,
            String programme,
            Timetable timetable,
            CalendarChanges changes,
            Staff staff,
            ProgrammeDays days,
            DayTasks tasks,
            Recounts recounts,
            Outbox outbox) {
        CalendarEntries entries = new CalendarEntries(timetable, changes, recounts);
        CalendarDesk desk = new CalendarDesk(
                timetable,
                new CalendarOverview(timetable, changes.calendar(), days),
                new CalendarPreview(staff, tasks, new AffectedLedgers(jdbi, programme)),
                entries);
        return new CalendarFeature(
                new CalendarCommand(timetable, desk),
                new CalendarButtons(timetable, desk, entries, new Withdrawal(timetable, days, tasks, staff, outbox)),
                new HolidayName(desk));
    }
}
