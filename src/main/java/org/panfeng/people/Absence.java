package org.panfeng.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Days on which somebody is away, or has asked to be.
 *
 * @param lastDay included; empty for a suspension that goes on, leave always has one
 * @param since when it was brought into its state
 * @param askedBy the messenger's id of whoever entered it
 * @param decidedBy the messenger's id of whoever brought it into its state; empty while it waits
 */
public record Absence(
        AbsenceId id,
        PersonId person,
        Kind kind,
        LocalDate firstDay,
        Optional<LocalDate> lastDay,
        State state,
        Instant since,
        long askedBy,
        Optional<Long> decidedBy) {

    /** Why somebody is away. */
    public enum Kind {
        LEAVE,
        SUSPENSION
    }

    /** What has become of it. Only what is valid excuses. */
    public enum State {
        /** An admin is to decide. */
        ASKED,
        VALID,
        REFUSED,
        CANCELLED
    }

    /** The dates; of a suspension that goes on up to {@link AbsenceFollower#NO_END}. */
    DayRange days() {
        return new DayRange(firstDay, lastDay.orElse(AbsenceFollower.NO_END));
    }

    boolean isValid() {
        return state == State.VALID;
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(days().first()) && !day.isAfter(days().last());
    }

    boolean isOver(LocalDate today) {
        return days().last().isBefore(today);
    }
}
