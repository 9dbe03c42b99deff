package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules by which facts become states, day after day: whether a missed day is frozen depends on those before it. The same facts give
 * the same ledger, whenever it is replayed.
 */
public final class DayLedger {
    private DayLedger() {}

    /**
     * One line of the ledger.
     *
     * @param restsOn the instant behind it: of the last answer, of the decision that excuses, of the task's arrival; empty where nothing
     *     has happened
     */
    public record Entry(LocalDate day, DayState state, Reason reason, Optional<Instant> restsOn) {}

    /** A ledger and the streak it adds up to. */
    record Replayed(List<Entry> entries, Streak streak) {
        Replayed {
            entries = List.copyOf(entries);
        }
    }

    /** One entry per study day, in day order. */
    static Replayed replay(List<DayFacts> days) {
        List<Entry> entries = new ArrayList<>(days.size());
        Streak streak = Streak.NONE;
        for (DayFacts facts : days) {
            Entry entry = entry(facts, streak);
            entries.add(entry);
            streak = streak.then(entry.state());
        }
        return new Replayed(entries, streak);
    }

    /**
     * What a day becomes.
     *
     * @param before the streak of the days before it
     */
    static Entry entry(DayFacts facts, Streak before) {
        if (facts.study().doneAt().isPresent()) {
            return done(facts);
        }
        if (!facts.isClosed()) {
            return line(facts, DayState.OPEN, Reason.NOT_OVER, Optional.empty());
        }
        return excuse(facts).orElseGet(() -> lost(facts, before));
    }

    private static Entry done(DayFacts facts) {
        return facts.study().isMadeUp()
                ? line(facts, DayState.MADE_UP, Reason.MADE_UP, facts.study().doneAt())
                : line(facts, DayState.DONE, Reason.ANSWERED, facts.study().doneAt());
    }

    /** Why a day that was not done is not the person's fault, if it is not. */
    private static Optional<Entry> excuse(DayFacts facts) {
        if (facts.isEnrolmentDay()) {
            return excused(facts, Reason.ENROLMENT_DAY, Optional.of(facts.enrolledAt()));
        }
        if (facts.away().isPresent()) {
            DayFacts.Away away = facts.away().get();
            return excused(facts, away.reason(), Optional.of(away.since()));
        }
        if (facts.task().isWithdrawn()) {
            return excused(facts, Reason.WITHDRAWN, facts.task().withdrawnAt());
        }
        // What arrives after the end says nothing of the day, and may come after the close.
        Optional<Instant> arrived = facts.task().deliveredAt().filter(facts.ends()::isAfter);
        return facts.isFairlyAsked() ? Optional.empty() : excused(facts, Reason.NOT_DELIVERED, arrived);
    }

    private static Optional<Entry> excused(DayFacts facts, Reason reason, Optional<Instant> restsOn) {
        return Optional.of(line(facts, DayState.EXCUSED, reason, restsOn));
    }

    private static Entry lost(DayFacts facts, Streak before) {
        Optional<Instant> arrived = facts.task().deliveredAt();
        return before.freezes() > 0
                ? line(facts, DayState.FROZEN, Reason.FREEZE, arrived)
                : line(facts, DayState.MISSED, Reason.UNANSWERED, arrived);
    }

    private static Entry line(DayFacts facts, DayState state, Reason reason, Optional<Instant> restsOn) {
        return new Entry(facts.day(), state, reason, restsOn);
    }
}
