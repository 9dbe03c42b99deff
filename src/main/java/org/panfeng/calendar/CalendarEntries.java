package org.panfeng.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.panfeng.chat.Turn;
import org.panfeng.programme.CalendarChange;
import org.panfeng.programme.CalendarChanges;
import org.panfeng.programme.Timetable;
import org.panfeng.study.RecountOrders;

/** Carries out what was planned, and lets the ledgers of days that are over be counted again. */
final class CalendarEntries {
    private final Timetable timetable;
    private final CalendarChanges changes;
    private final RecountOrders recounts;

    CalendarEntries(Timetable timetable, CalendarChanges changes, RecountOrders recounts) {
        this.timetable = timetable;
        this.changes = changes;
        this.recounts = recounts;
    }

    /** The entry with this id, as long as it counts. */
    Optional<CalendarChange> withId(long id) {
        return changes.calendar().days().changes().stream()
                .filter(change -> change.id() == id)
                .findFirst();
    }

    CalendarEffect effect(CalendarPlan plan, LocalDate today) {
        return plan.effect(timetable, changes.calendar().days(), today);
    }

    /**
     * Carries it out.
     *
     * @return the entry as it is kept now
     */
    CalendarChange carryOut(CalendarPlan plan, Turn turn) {
        LocalDate today = timetable.dateOf(turn.now());
        CalendarEffect effect = effect(plan, today);
        CalendarChange kept = write(plan, turn.speaker().sender().id(), turn.now(), today);
        // Of today nobody has a line yet but those who have done it, and what is done stays done.
        List<LocalDate> over = inOrder(effect.before(today));
        if (!over.isEmpty()) {
            recounts.ask(over.get(0), over.get(over.size() - 1), turn.chatId(), turn.language(), turn.now());
        }
        return kept;
    }

    private CalendarChange write(CalendarPlan plan, long by, Instant now, LocalDate today) {
        CalendarChange change = plan.change();
        switch (plan.what()) {
            case ADD -> {
                return changes.add(change, by, now);
            }
            case UNDO -> changes.undo(change.id(), by, now);
            case RESUME -> {
                if (change.first().isBefore(today)) {
                    changes.end(change.id(), today.minusDays(1));
                } else {
                    changes.undo(change.id(), by, now);
                }
            }
        }
        return change;
    }

    private static List<LocalDate> inOrder(CalendarEffect effect) {
        return Stream.concat(effect.dropped().stream(), effect.added().stream())
                .sorted()
                .toList();
    }
}
