package org.panfeng.study;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** The rules by which facts become states. The same facts give the same ledger, whenever it is replayed. */
public final class DayLedger {
    /** A task that arrives later than this before the close comes too late to be asked for. */
    static final Duration LATEST_DELIVERY = Duration.ofHours(2);

    private DayLedger() {}

    /** One line of the ledger. */
    public record Entry(LocalDate day, DayState state, Reason reason) {}

    /** One entry per study day, in day order. */
    static List<Entry> replay(List<DayFacts> days) {
        return days.stream().map(DayLedger::entry).toList();
    }

    static Entry entry(DayFacts facts) {
        if (facts.doneAt().isPresent()) {
            return new Entry(facts.day(), DayState.DONE, Reason.ANSWERED);
        }
        if (!facts.isClosed()) {
            return new Entry(facts.day(), DayState.OPEN, Reason.NOT_OVER);
        }
        if (facts.isEnrolmentDay()) {
            return new Entry(facts.day(), DayState.EXCUSED, Reason.ENROLMENT_DAY);
        }
        if (facts.isWithdrawn()) {
            return new Entry(facts.day(), DayState.EXCUSED, Reason.WITHDRAWN);
        }
        if (!facts.isBlocked() && !arrivedInTime(facts)) {
            return new Entry(facts.day(), DayState.EXCUSED, Reason.NOT_DELIVERED);
        }
        return new Entry(facts.day(), DayState.MISSED, Reason.UNANSWERED);
    }

    private static boolean arrivedInTime(DayFacts facts) {
        return facts.deliveredAt()
                .filter(at -> !at.isAfter(facts.ends().minus(LATEST_DELIVERY)))
                .isPresent();
    }
}
