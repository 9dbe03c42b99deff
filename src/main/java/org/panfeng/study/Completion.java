package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.panfeng.people.DepartmentId;
import org.panfeng.people.Person;
import org.panfeng.study.DayLedger.Entry;
import org.panfeng.study.Streaks.Celebrated;

/** What the last answer of a task brings about: the day is done, or made up, and the streak grows. */
final class Completion {
    private final Tasks tasks;
    private final Ledger ledger;
    private final Streaks streaks;
    private final Recount recount;

    Completion(Tasks tasks, Ledger ledger, Streaks streaks, Recount recount) {
        this.tasks = tasks;
        this.ledger = ledger;
        this.streaks = streaks;
        this.recount = recount;
    }

    /**
     * A day that has just been completed.
     *
     * @param wasFrozen whether a freeze was spent on it, which comes back
     * @param frozenNext a later day on which that freeze was spent at once
     * @param milestone that the streak has reached for the first time; 0 for none
     */
    record Completed(
            LocalDate day,
            boolean isMadeUp,
            boolean wasFrozen,
            Optional<LocalDate> frozenNext,
            Streak before,
            Streak after,
            int milestone) {
        boolean hasMoreFreezes() {
            return after.freezes() > before.freezes();
        }

        /** A milestone that an earlier streak had reached; 0 for none. */
        int climbedAgain() {
            int highest = Milestones.highest(after.current());
            return highest == after.current() && milestone == 0 && highest > before.current() ? highest : 0;
        }

        /** Whether a day of the last ones may be lost: so that it is looked for only where it may be. */
        boolean mayHaveLost() {
            boolean mayHaveFrozen = after.longest() >= Streak.EARNED_EVERY && after.freezes() < Streak.MOST_FREEZES;
            return isMadeUp || after.current() <= MakeUpRule.WITHIN_DAYS || mayHaveFrozen;
        }

        /** The first day of a new streak, after an earlier one was lost. */
        boolean isNewBeginning() {
            return after.current() == 1 && before.longest() > 1;
        }
    }

    /**
     * Completes a task.
     *
     * @param isMadeUp whether its day had closed before
     * @return empty when the task was done already
     */
    Optional<Completed> complete(Task task, Person person, Instant at, boolean isMadeUp) {
        // As exact as both databases keep it, so that the facts and the ledger say the same.
        Instant done = at.truncatedTo(ChronoUnit.MILLIS);
        if (!tasks.done(task.id(), done, isMadeUp)) {
            return Optional.empty();
        }
        List<LocalDate> frozenBefore = isMadeUp ? frozenSince(person, task.day()) : List.of();
        // Held before the ledger is written, as the closing of a day does: they would wait for each other otherwise.
        Celebrated before = streaks.held(person.id());
        Celebrated after = write(task, person, before, entry(task.day(), done, isMadeUp));
        int milestone = after.milestone() > before.milestone() ? after.milestone() : 0;
        boolean wasFrozen = frozenBefore.contains(task.day());
        Optional<LocalDate> frozenNext = !wasFrozen
                ? Optional.empty()
                : frozenSince(person, task.day()).stream()
                        .filter(day -> !frozenBefore.contains(day))
                        .findFirst();
        return Optional.of(
                new Completed(task.day(), isMadeUp, wasFrozen, frozenNext, before.streak(), after.streak(), milestone));
    }

    private List<LocalDate> frozenSince(Person person, LocalDate day) {
        return ledger.of(person.id()).stream()
                .filter(entry -> !entry.day().isBefore(day) && entry.state() == DayState.FROZEN)
                .map(Entry::day)
                .toList();
    }

    private static Entry entry(LocalDate day, Instant done, boolean isMadeUp) {
        return isMadeUp
                ? new Entry(day, DayState.MADE_UP, Reason.MADE_UP, Optional.of(done))
                : new Entry(day, DayState.DONE, Reason.ANSWERED, Optional.of(done));
    }

    private Celebrated write(Task task, Person person, Celebrated before, Entry entry) {
        boolean isNew =
                ledger.done(new Ledger.Line(person.id(), person.department().map(DepartmentId::value), entry));
        if (isNew && !ledger.hasAfter(person.id(), task.day())) {
            Celebrated after = celebrated(before, before.streak().then(entry.state()));
            streaks.grow(person.id(), task.day(), before.streak(), after);
            return after;
        }
        // What comes after it may have been missed before, and be frozen now.
        Celebrated after = celebrated(before, recount.of(person.id()).after());
        streaks.celebrated(person.id(), after.milestone());
        return after;
    }

    private static Celebrated celebrated(Celebrated before, Streak after) {
        return new Celebrated(after, Math.max(before.milestone(), Milestones.highest(after.current())));
    }
}
