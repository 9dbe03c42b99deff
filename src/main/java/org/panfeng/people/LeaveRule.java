package org.panfeng.people;

import java.time.LocalDate;
import java.util.Optional;

/** Whether an admin has to agree to the leave that people take. */
public enum LeaveRule {
    APPROVAL,
    /** Leave holds at once, unless it began longer ago than {@value #DAYS_BACK} days. */
    SELF;

    private static final int DAYS_BACK = 7;
    /** The longest leave. */
    static final int MOST_DAYS = 366;
    /** So many days ahead leave can begin and end. */
    private static final int DAYS_AHEAD = 731;

    boolean wantsApproval(LocalDate firstDay, LocalDate today) {
        return this == APPROVAL || firstDay.isBefore(today.minusDays(DAYS_BACK));
    }

    /** The dates that can be chosen: back to the enrolment. */
    static DayRange choice(LocalDate enrolled, LocalDate today) {
        return new DayRange(enrolled.isAfter(today) ? today : enrolled, today.plusDays(DAYS_AHEAD));
    }

    /**
     * Why these dates cannot be leave, as the key of a text; empty if they can.
     *
     * @param studyDays how many of them are
     */
    static Optional<String> objection(DayRange days, long studyDays) {
        if (days.days() > MOST_DAYS) {
            return Optional.of("leave.too-long");
        }
        return studyDays == 0 ? Optional.of("leave.no-study-day") : Optional.empty();
    }
}
