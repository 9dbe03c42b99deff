package org.panfeng.programme;

import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.DurationProperty;
import biweekly.property.ExceptionDates;
import biweekly.property.RecurrenceDates;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;

/** The dates of one event: one or more whole days, which may come again. */
record IcsEvent(VEvent event) {
    private static final Set<Frequency> FREQUENCIES =
            Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int LONGEST = 100;
    private static final int MOST = 1_000;

    /** Thrown where an event cannot be understood; the message tells a person why, and what would be right. */
    static final class Unclear extends Exception {
        private static final long serialVersionUID = 1;

        private final String problem;

        Unclear(String problem) {
            super(problem);
            this.problem = problem;
        }

        String problem() {
            return problem;
        }
    }

    boolean isRepeated() {
        return event.getRecurrenceRule() != null;
    }

    /** The first days of the event, in order, up to the year 2100. */
    Set<LocalDate> starts() throws Unclear {
        if (event.getRecurrenceId() != null) {
            throw new Unclear(
                    "RECURRENCE-ID, one changed date of a repetition, is not understood; leave the date out with EXDATE and write an event for it");
        }
        Set<LocalDate> starts = new TreeSet<>(isRepeated() ? repeated() : List.of(first()));
        for (RecurrenceDates more : event.getRecurrenceDates()) {
            for (ICalDate date : more.getDates()) {
                starts.add(date("RDATE", date));
            }
        }
        for (ExceptionDates except : event.getExceptionDates()) {
            for (ICalDate date : except.getValues()) {
                starts.remove(date("EXDATE", date));
            }
        }
        return starts;
    }

    private LocalDate first() throws Unclear {
        DateStart start = event.getDateStart();
        if (start == null || start.getValue() == null) {
            throw new Unclear("an event needs a date; write for example DTSTART;VALUE=DATE:20261001");
        }
        return date("DTSTART", start.getValue());
    }

    private List<LocalDate> repeated() throws Unclear {
        Recurrence rule = event.getRecurrenceRule().getValue();
        if (rule == null
                || rule.getFrequency() == null
                || !FREQUENCIES.contains(rule.getFrequency())
                || isWithinDays(rule)) {
            throw new Unclear(
                    "an event is repeated by days, weeks, months or years; write for example RRULE:FREQ=YEARLY");
        }
        LocalDate first = first();
        List<LocalDate> starts = new ArrayList<>();
        // As an instant of UTC: a plain date would be taken for midnight in the zone of the machine.
        Date midnight = Date.from(first.atStartOfDay(ZoneOffset.UTC).toInstant());
        DateIterator dates = rule.getDateIterator(midnight, TimeZone.getTimeZone(ZoneOffset.UTC));
        while (dates.hasNext()) {
            LocalDate date = dates.next().toInstant().atZone(ZoneOffset.UTC).toLocalDate();
            if (date.getYear() > LAST_YEAR) {
                break;
            } else if (starts.size() == MOST) {
                throw new Unclear("an event is repeated at most %,d times; end it with COUNT or UNTIL".formatted(MOST));
            }
            starts.add(date);
        }
        if (starts.isEmpty()) {
            throw new Unclear("the RRULE never comes true after " + first);
        }
        return starts;
    }

    private static boolean isWithinDays(Recurrence rule) {
        return !rule.getBySecond().isEmpty()
                || !rule.getByMinute().isEmpty()
                || !rule.getByHour().isEmpty();
    }

    /** How many days the event lasts each time. */
    int length() throws Unclear {
        LocalDate first = first();
        DateEnd end = event.getDateEnd();
        DurationProperty duration = event.getDuration();
        long days = 1;
        if (end != null && end.getValue() != null) {
            // Some programs write the first day itself, though the end is the day after the last.
            days = Math.max(1, ChronoUnit.DAYS.between(first, date("DTEND", end.getValue())));
            if (date("DTEND", end.getValue()).isBefore(first)) {
                throw new Unclear("the event ends before it begins; DTEND is the day after the last");
            }
        } else if (duration != null && duration.getValue() != null) {
            days = days(duration.getValue());
        }
        if (days < 1 || days > LONGEST) {
            throw new Unclear("an event lasts from 1 to %d days, this one %d".formatted(LONGEST, days));
        }
        return (int) days;
    }

    private static long days(Duration duration) throws Unclear {
        long milliseconds = duration.toMillis();
        if (milliseconds % ChronoUnit.DAYS.getDuration().toMillis() != 0) {
            throw new Unclear("an event lasts whole days; write for example DURATION:P3D");
        }
        return milliseconds / ChronoUnit.DAYS.getDuration().toMillis();
    }

    private static LocalDate date(String property, ICalDate date) throws Unclear {
        DateTimeComponents parts = date.getRawComponents();
        if (date.hasTime() || parts == null) {
            throw new Unclear(
                    "%s has a time of day; a calendar has whole days, write for example %s;VALUE=DATE:20261001"
                            .formatted(property, property));
        }
        if (parts.getYear() < FIRST_YEAR || parts.getYear() > LAST_YEAR) {
            throw new Unclear("%s is in the year %d, and %d to %d is what is understood"
                    .formatted(property, parts.getYear(), FIRST_YEAR, LAST_YEAR));
        }
        try {
            return LocalDate.of(parts.getYear(), parts.getMonth(), parts.getDate());
        } catch (DateTimeException e) {
            throw new Unclear("%s is no date; write for example %s;VALUE=DATE:20261001".formatted(property, property));
        }
    }
}
