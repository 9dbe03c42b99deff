package org.panfeng.calendar;

import java.time.LocalDate;
import org.panfeng.programme.CalendarChange;
import org.panfeng.programme.OfficeDays;
import org.panfeng.programme.Timetable;

/**
 * Something an admin is about to change in the calendar.
 *
 * @param change the entry that is new, undone or ended
 */
record CalendarPlan(What what, CalendarChange change) {
    /** What becomes of the entry. */
    enum What {
        ADD,
        UNDO,
        /** A pause ends with yesterday, or never was where it begins today or later. */
        RESUME
    }

    /** The days as they will be. */
    private OfficeDays planned(OfficeDays now, LocalDate today) {
        return switch (what) {
            case ADD -> now.with(change);
            case UNDO -> now.without(change.id());
            case RESUME ->
                change.first().isBefore(today) ? now.ended(change.id(), today.minusDays(1)) : now.without(change.id());
        };
    }

    /** What it changes, of an entry without an end up to a year from today. */
    CalendarEffect effect(Timetable timetable, OfficeDays present, LocalDate today) {
        LocalDate from = what == What.RESUME && change.first().isBefore(today) ? today : change.first();
        LocalDate to = change.last() == null ? later(from, today).plusYears(1) : change.last();
        return CalendarEffect.between(timetable.with(present), timetable.with(planned(present, today)), from, to);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
