package org.panfeng.study;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of one person's study day.
 *
 * @param ends when the day is over
 * @param isClosed whether the closing has seen it over
 * @param enrolledOn the date on which the person was enrolled, by the programme's clock
 * @param enrolledAt when
 * @param study what the person has done
 * @param task what became of the task
 * @param away why the person need not do it, if so
 */
public record DayFacts(
        LocalDate day,
        Instant ends,
        boolean isClosed,
        LocalDate enrolledOn,
        Instant enrolledAt,
        Study study,
        Task task,
        Optional<Away> away) {

    /** A task that arrives later than this before the close comes too late to be asked for. */
    private static final Duration LATEST_DELIVERY = Duration.ofHours(2);

    /**
     * @param doneAt when the last answer was received; empty while one is missing
     * @param isMadeUp whether that was only after the day had closed
     */
    public record Study(Optional<Instant> doneAt, boolean isMadeUp) {
        static final Study NONE = new Study(Optional.empty(), false);
    }

    /**
     * @param deliveredAt when the messenger accepted it; empty if it did not
     * @param isWithdrawn whether the lesson was taken away before the day was over
     * @param withdrawnAt since when, where that is known
     * @param isBlocked whether it could not be delivered because the person keeps the bot out
     */
    public record Task(
            Optional<Instant> deliveredAt, boolean isWithdrawn, Optional<Instant> withdrawnAt, boolean isBlocked) {}

    /**
     * @param reason {@code LEAVE} or {@code SUSPENDED}
     * @param since when that was decided
     */
    public record Away(Reason reason, Instant since) {}

    DayFacts with(Optional<Away> absence) {
        return new DayFacts(day, ends, isClosed, enrolledOn, enrolledAt, study, task, absence);
    }

    /** The same, had it been made up at this instant. */
    DayFacts madeUpAt(Instant at) {
        return new DayFacts(day, ends, isClosed, enrolledOn, enrolledAt, new Study(Optional.of(at), true), task, away);
    }

    boolean isEnrolmentDay() {
        return day.equals(enrolledOn);
    }

    boolean isBeforeEnrolment() {
        return day.isBefore(enrolledOn);
    }

    /** Whether the person has had at least two hours for it, or would have, had they let it in. */
    boolean isFairlyAsked() {
        return task.isBlocked()
                || task.deliveredAt()
                        .filter(at -> !at.isAfter(ends.minus(LATEST_DELIVERY)))
                        .isPresent();
    }
}
