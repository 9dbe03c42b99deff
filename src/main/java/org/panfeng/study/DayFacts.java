package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of one person's study day.
 *
 * @param ends when the day is over
 * @param isClosed whether the closing has seen it over
 * @param enrolledOn the date on which the person was enrolled, by the programme's clock
 * @param doneAt when the last answer was received
 * @param deliveredAt when the messenger accepted the task
 * @param isWithdrawn whether the lesson was taken away before the day was over
 * @param isBlocked whether it could not be delivered because the person keeps the bot out
 */
public record DayFacts(
        LocalDate day,
        Instant ends,
        boolean isClosed,
        LocalDate enrolledOn,
        Optional<Instant> doneAt,
        Optional<Instant> deliveredAt,
        boolean isWithdrawn,
        boolean isBlocked) {

    boolean isEnrolmentDay() {
        return day.equals(enrolledOn);
    }

    boolean isBeforeEnrolment() {
        return day.isBefore(enrolledOn);
    }
}
