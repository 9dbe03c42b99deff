package org.panfeng.programme;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When there is study. A study day is named by a date and lasts from {@code dayStartsAt} of that date to the same time of
 * the next one, so what is done at 01:30 belongs to the evening before. A date that the zone skipped (Samoa had no 30 December
 * 2011) is no study day and lasts no time.
 *
 * @param zone of the programme, whatever zones its people are in
 * @param firstDay the first date on which there can be study; null for no beginning
 * @param lastDay the last date on which there can be study; null for no end
 */
public record Timetable(
        ZoneId zone,
        LocalTime dayStartsAt,
        StudyCalendar calendar,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay) {

    /** Where there is none for so long, the programme is over or paused without an end, and the search ends. */
    private static final int SEARCH_DAYS = 400;

    /** The finest that anybody looks at the clock. */
    private static final Duration LAST_MOMENT = Duration.ofMinutes(1);

    public Timetable {
        if (firstDay != null && lastDay != null && firstDay.isAfter(lastDay)) {
            throw new IllegalArgumentException("first day " + firstDay + " is after last day " + lastDay);
        }
    }

    /** The same by another calendar. */
    public Timetable with(StudyCalendar other) {
        return new Timetable(zone, dayStartsAt, other, firstDay, lastDay);
    }

    /** Whether there is no study day after a date for the reason that the programme is paused, and not over. */
    public boolean isPausedAfter(LocalDate date) {
        LocalDate far = date.plusDays(SEARCH_DAYS);
        LocalDate latest = lastDay != null && far.isAfter(lastDay) ? lastDay : far;
        return latest.isAfter(date) && calendar.isPaused(latest);
    }

    /** The date whose day, of study or not, contains this instant. */
    public LocalDate dateOf(Instant instant) {
        LocalDate date = instant.atZone(zone).toLocalDate().plusDays(1);
        while (startOf(date).isAfter(instant)) {
            date = date.minusDays(1);
        }
        return date;
    }

    public boolean isStudyDay(LocalDate date) {
        return (firstDay == null || !date.isBefore(firstDay))
                && (lastDay == null || !date.isAfter(lastDay))
                && calendar.isWorkingDay(date)
                && exists(date);
    }

    /** The study day that contains this instant; empty between study days. */
    public Optional<LocalDate> studyDayAt(Instant instant) {
        return Optional.of(dateOf(instant)).filter(this::isStudyDay);
    }

    public Instant startOf(LocalDate date) {
        return exists(date) ? firstInstantAt(date.atTime(dayStartsAt)) : startOf(date.plusDays(1));
    }

    /** The first instant that no longer belongs to this date. */
    public Instant endOf(LocalDate date) {
        return startOf(date.plusDays(1));
    }

    /**
     * When it is this time on this day; a time before {@code dayStartsAt} is in the night after it. In a gap of the zone's
     * clock the first instant after it, in an overlap the first of the two. Always within the day: where the gap is at its
     * end (Nuuk has no 23:30 on the last Saturday of March), a minute before that.
     *
     * @param time in whole minutes
     */
    public Instant at(LocalDate day, LocalTime time) {
        LocalDate date = time.isBefore(dayStartsAt) ? day.plusDays(1) : day;
        Instant instant = firstInstantAt(date.atTime(time));
        Instant lastMoment = lastMomentOf(day);
        Instant start = startOf(day);
        if (lastMoment.isBefore(start)) {
            // A date that the zone skipped.
            return start;
        }
        return instant.isAfter(lastMoment) ? lastMoment : instant;
    }

    /**
     * The latest time of day that has come on this day: the furthest that the zone's clock has got, also if it was set back
     * since. In the night that still belongs to the day every time has come. A time from {@code dayStartsAt} on has come
     * from {@link #at} on; an earlier one when the day starts.
     *
     * @param now an instant of this day
     */
    public LocalTime latestTimeReached(LocalDate day, Instant now) {
        LocalDateTime furthest = furthestReached(now);
        boolean isNight = furthest.toLocalDate().isAfter(day);
        return isNight || !now.isBefore(lastMomentOf(day)) ? LocalTime.MAX : furthest.toLocalTime();
    }

    private Instant lastMomentOf(LocalDate day) {
        return endOf(day).minus(LAST_MOMENT);
    }

    private LocalDateTime furthestReached(Instant now) {
        LocalDateTime local = LocalDateTime.ofInstant(now, zone);
        ZoneOffsetTransition last = zone.getRules().previousTransition(now.plusNanos(1));
        if (last == null || !last.isOverlap()) {
            return local;
        }
        LocalDateTime beforeSetBack = last.getDateTimeBefore().minusNanos(1);
        return local.isBefore(beforeSetBack) ? beforeSetBack : local;
    }

    /** The first study day after a date; empty if the programme is over, or the calendar has none for more than a year. */
    public Optional<LocalDate> nextStudyDay(LocalDate after) {
        LocalDate from = after.plusDays(1);
        LocalDate start = firstDay != null && from.isBefore(firstDay) ? firstDay : from;
        return Stream.iterate(start, date -> date.plusDays(1))
                .limit(SEARCH_DAYS)
                .filter(this::isStudyDay)
                .findFirst();
    }

    /** The last study day before a date; empty if the programme had not begun, or the calendar has none for more than a year. */
    public Optional<LocalDate> previousStudyDay(LocalDate before) {
        LocalDate from = before.minusDays(1);
        LocalDate start = lastDay != null && from.isAfter(lastDay) ? lastDay : from;
        return Stream.iterate(start, date -> date.minusDays(1))
                .limit(SEARCH_DAYS)
                .filter(this::isStudyDay)
                .findFirst();
    }

    /** The study days between two dates, both included; none if the second is the earlier one. */
    public List<LocalDate> studyDays(LocalDate from, LocalDate to) {
        LocalDate start = firstDay != null && from.isBefore(firstDay) ? firstDay : from;
        LocalDate end = lastDay != null && to.isAfter(lastDay) ? lastDay : to;
        return start.isAfter(end)
                ? List.of()
                : start.datesUntil(end.plusDays(1)).filter(this::isStudyDay).toList();
    }

    private boolean exists(LocalDate date) {
        return date.atStartOfDay(zone).toLocalDate().equals(date);
    }

    private Instant firstInstantAt(LocalDateTime local) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.atZone(zone).toInstant();
    }
}
