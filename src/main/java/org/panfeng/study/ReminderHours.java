package org.panfeng.study;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.panfeng.programme.QuietHours;
import org.panfeng.programme.Timetable;

/**
 * When people are reminded: at the office's time, and some hours later those who hardly ever need it. Never in the hours in which people
 * sleep, unless the office has chosen such a time, and not when it would come too late to help.
 *
 * @param usual the office's reminder time, in the programme's zone
 */
public record ReminderHours(Timetable timetable, LocalTime usual) {
    /** A reminder this late helps nobody any more. */
    private static final Duration LATEST = Duration.ofHours(4);

    private static final int HOURS_LATER = 3;
    private static final LocalTime LAST = LocalTime.of(21, 30);

    /** A time of reminding. */
    enum Round {
        USUAL,
        LATE
    }

    /** The times of day at which somebody may be reminded. */
    public List<LocalTime> times() {
        return List.of(usual, late());
    }

    private LocalTime late() {
        if (!usual.isBefore(LAST)) {
            return usual;
        }
        return usual.isBefore(LAST.minusHours(HOURS_LATER)) ? usual.plusHours(HOURS_LATER) : LAST;
    }

    /** The latest round that has come on this day and is not too late to be caught up; empty if there is none. */
    Optional<Round> at(LocalDate day, Instant now) {
        if (isDue(day, late(), now)) {
            return Optional.of(Round.LATE);
        }
        return isDue(day, usual, now) ? Optional.of(Round.USUAL) : Optional.empty();
    }

    private boolean isDue(LocalDate day, LocalTime time, Instant now) {
        Instant from = timetable.at(day, time);
        boolean isNight = QuietHours.cover(now.atZone(timetable.zone()).toLocalTime()) && !QuietHours.cover(time);
        return !now.isBefore(from) && now.isBefore(from.plus(LATEST)) && !isNight;
    }
}
