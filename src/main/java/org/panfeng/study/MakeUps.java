package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.panfeng.batch.Memo;
import org.panfeng.people.PersonId;
import org.panfeng.programme.Timetable;

/** Missed days that can still be made up, by the {@link MakeUpRule}. */
final class MakeUps {
    private final MakeUpRule rule;
    private final OpenDays openDays;
    private final Ledger ledger;
    private final Memo<PersonId, List<DayLedger.Entry>> lost = new Memo<>();

    MakeUps(Timetable timetable, OpenDays openDays, Ledger ledger) {
        this.rule = new MakeUpRule(timetable);
        this.openDays = openDays;
        this.ledger = ledger;
    }

    /** How an answer that is received now counts for a day. */
    enum Acceptance {
        IN_TIME,
        MAKE_UP,
        /** The day is over for good, or needs no making up. */
        NOT,
        /** As many days of that month as may be are made up already. */
        NOT_THIS_MONTH;

        /** The text that says why a task takes no answers, with its day and how many days of a month can be made up; empty where it does. */
        Optional<String> refusal() {
            return switch (this) {
                case IN_TIME, MAKE_UP -> Optional.empty();
                case NOT -> Optional.of("quiz.closed");
                case NOT_THIS_MONTH -> Optional.of("make-up.month-full");
            };
        }
    }

    Acceptance accepts(LocalDate day, PersonId person, Instant receivedAt) {
        if (openDays.takes(day, receivedAt)) {
            return Acceptance.IN_TIME;
        }
        Optional<DayState> state =
                Optional.ofNullable(ledger.of(person, day, day).get(day)).map(DayLedger.Entry::state);
        return MakeUpRule.late(
                state, until(day, receivedAt).isPresent(), () -> ledger.madeUp(person, KeptDays.monthOf(day)));
    }

    /** Whether what is answered now makes up a day that is over. */
    boolean isMakeUp(Task task, Instant receivedAt) {
        return !openDays.takes(task.day(), receivedAt);
    }

    /** Why a task takes no answers now; empty where it does. */
    Optional<String> refuses(Task task, Instant receivedAt) {
        return accepts(task.day(), task.person(), receivedAt).refusal();
    }

    /** The last study day on which a day can be made up; empty if that is over at this instant. */
    private Optional<LocalDate> until(LocalDate day, Instant now) {
        return rule.lastDayFor(day)
                .filter(until -> now.isBefore(rule.timetable().endOf(until)) || openDays.takes(until, now));
    }

    /**
     * A lost day that is not too old to be made up.
     *
     * @param until the study day with which that ends
     * @param isFrozen whether a freeze has saved the streak, which making up brings back
     * @param isAllowed false where as many days of that month as may be are made up already
     */
    record Chance(LocalDate day, LocalDate until, boolean isFrozen, boolean isAllowed) {}

    /** Reads for the present batch what these people have lost lately. */
    void foresee(Collection<PersonId> people, Instant now) {
        List<LocalDate> days = rule.latest(now);
        if (people.isEmpty() || days.isEmpty()) {
            return;
        }
        Map<PersonId, List<DayLedger.Entry>> entries = ledger.of(people, days.get(0), days.get(days.size() - 1));
        people.forEach(person -> lost.keep(person, lost(entries.getOrDefault(person, List.of()))));
    }

    /** Something was made up. */
    void changed(PersonId person) {
        lost.forget(person);
    }

    /** What a person can make up now, the oldest first. */
    List<Chance> chances(PersonId person, Instant now) {
        List<LocalDate> days = rule.latest(now);
        if (days.isEmpty()) {
            return List.of();
        }
        List<DayLedger.Entry> entries = lost.of(
                person,
                () -> lost(ledger.of(List.of(person), days.get(0), days.get(days.size() - 1))
                        .getOrDefault(person, List.of())));
        List<Chance> chances = new ArrayList<>();
        for (DayLedger.Entry entry : entries) {
            until(entry.day(), now).ifPresent(until -> chances.add(chance(person, entry, until)));
        }
        return chances;
    }

    private Chance chance(PersonId person, DayLedger.Entry entry, LocalDate until) {
        boolean isAllowed = MakeUpRule.isAllowed(ledger.madeUp(person, KeptDays.monthOf(entry.day())));
        return new Chance(entry.day(), until, entry.state() == DayState.FROZEN, isAllowed);
    }

    private static List<DayLedger.Entry> lost(List<DayLedger.Entry> entries) {
        return entries.stream().filter(entry -> entry.state().isLost()).toList();
    }
}
