package org.panfeng.oracle;

import static org.panfeng.oracle.Oracle.State.DONE;
import static org.panfeng.oracle.Oracle.State.EXCUSED;
import static org.panfeng.oracle.Oracle.State.MADE_UP;
import static org.panfeng.oracle.Oracle.State.MISSED;
import static org.panfeng.oracle.Oracle.State.OPEN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.panfeng.oracle.Oracle.Line;

/**
 * What is known of a person's days at an instant, freezes left aside.
 *
 * @param done the days done by then, a day perhaps twice
 * @param madeUp the days made up by then
 */
record Moment(Facts.Office office, Facts.Person person, List<LocalDate> done, List<LocalDate> madeUp, Instant now) {
    private static final Duration IN_TIME = Duration.ofHours(2);

    /** A line for every day from enrolment to today that is a study day, or was one when it was done or made up. */
    List<Line> days() {
        List<Line> lines = new ArrayList<>();
        LocalDate today = clock().containing(now);
        for (LocalDate day = enrolmentDay(); !day.isAfter(today); day = day.plusDays(1)) {
            if (done.contains(day) || madeUp.contains(day) || studyDays().contains(day)) {
                lines.add(line(day));
            }
        }
        return lines;
    }

    /** Done, made up, not over, excused or missed, whichever of these is the first that holds. */
    private Line line(LocalDate day) {
        if (done.contains(day)) {
            return new Line(day, DONE, "ANSWERED");
        } else if (madeUp.contains(day)) {
            return new Line(day, MADE_UP, "MADE_UP");
        } else if (!isClosed(day)) {
            return new Line(day, OPEN, "NOT_OVER");
        }
        return excuse(day).map(reason -> new Line(day, EXCUSED, reason)).orElse(new Line(day, MISSED, "UNANSWERED"));
    }

    private Optional<String> excuse(LocalDate day) {
        if (day.equals(enrolmentDay())) {
            return Optional.of("ENROLMENT_DAY");
        } else if (isAway(day, true)) {
            return Optional.of("SUSPENDED");
        } else if (isAway(day, false)) {
            return Optional.of("LEAVE");
        } else if (isWithdrawn(day)) {
            return Optional.of("WITHDRAWN");
        } else if (!person.blocked().contains(day) && !isDeliveredInTime(day)) {
            return Optional.of("NOT_DELIVERED");
        }
        return Optional.empty();
    }

    private boolean isAway(LocalDate day, boolean isSuspension) {
        for (Facts.Away away : person.away()) {
            boolean isKnown = !away.validSince().isAfter(now);
            boolean isCancelled =
                    away.cancelledAt() != null && !away.cancelledAt().isAfter(now);
            boolean covers = !day.isBefore(away.first()) && (away.last() == null || !day.isAfter(away.last()));
            if (away.isSuspension() == isSuspension && isKnown && !isCancelled && covers) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithdrawn(LocalDate day) {
        Instant at = office.withdrawnAt().get(day);
        return at != null && !at.isAfter(now);
    }

    /** By two hours before the end, that instant included. */
    private boolean isDeliveredInTime(LocalDate day) {
        Instant at = person.delivered().get(day);
        return at != null && !at.isAfter(clock().end(day).minus(IN_TIME));
    }

    /** Whether a day has begun and is not closed. */
    boolean isOpen(LocalDate day) {
        return clock().hasBegun(day, now) && !isClosed(day);
    }

    boolean isClosed(LocalDate day) {
        Instant at = office.closedAt().get(day);
        return at != null && !at.isAfter(now);
    }

    /** The calendar in force. */
    Set<LocalDate> studyDays() {
        Set<LocalDate> days = Set.of();
        for (Facts.Calendar calendar : office.calendars()) {
            if (!calendar.since().isAfter(now)) {
                days = calendar.studyDays();
            }
        }
        return days;
    }

    private LocalDate enrolmentDay() {
        return clock().containing(person.enrolledAt());
    }

    StudyDays clock() {
        return new StudyDays(office.zone(), office.dayStartsAt());
    }
}
