package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.people.PersonId;
import org.panfeng.programme.Timetable;
import org.panfeng.study.DayLedger.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes the study days that are over: whoever has not done theirs gets a line in the ledger that says why. */
public final class DayClose {
    private static final Logger log = LoggerFactory.getLogger(DayClose.class);
    private static final int AT_ONCE = 1_000;

    private final Jdbi jdbi;
    private final Timetable timetable;
    private final OpenDays openDays;
    private final ProgrammeDays days;
    private final TaskDeliveries deliveries;
    private final ChangedLessons changed;
    private final Results results;
    private final Facts facts;
    private final Ledger ledger;
    private final Streaks streaks;
    private final Recount recount;

    DayClose(
            Jdbi jdbi,
            Timetable timetable,
            OpenDays openDays,
            ProgrammeDays days,
            TaskDeliveries deliveries,
            ChangedLessons changed,
            Results results,
            Facts facts,
            Ledger ledger,
            Streaks streaks,
            Recount recount) {
        this.jdbi = jdbi;
        this.timetable = timetable;
        this.openDays = openDays;
        this.days = days;
        this.deliveries = deliveries;
        this.changed = changed;
        this.results = results;
        this.facts = facts;
        this.ledger = ledger;
        this.streaks = streaks;
        this.recount = recount;
    }

    /** Closes every day that is over at this instant and is not closed yet, the oldest first. */
    public void due(Instant now) {
        Optional<LocalDate> first = firstEnrolment();
        LocalDate yesterday = timetable.dateOf(now).minusDays(1);
        if (first.isEmpty() || first.get().isAfter(yesterday)) {
            return;
        }
        // A date may have become a study day only after later ones have closed.
        Set<LocalDate> closed = days.closed(first.get(), yesterday);
        for (LocalDate day : timetable.studyDays(first.get(), yesterday)) {
            if (!closed.contains(day) && (!openDays.isOver(day, now) || !close(day, now))) {
                return;
            }
        }
    }

    private Optional<LocalDate> firstEnrolment() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select min(enrolled_at) as first_enrolment from person where status = 'enrolled'")
                .map((row, context) -> Optional.ofNullable(row.getTimestamp("first_enrolment"))
                        .map(at -> timetable.dateOf(at.toInstant())))
                .one());
    }

    /**
     * Closes a day in portions, so that nobody's answer waits; one that was broken off goes on where it stopped.
     *
     * @return false when somebody could not be seen to just now: the next call goes on
     */
    private boolean close(LocalDate day, Instant now) {
        days.beginClosing(day, now);
        while (deliveries.fold()) {
            log.debug("More tasks of {} have arrived", day);
        }
        changed.settle(day, now);
        results.count(day);
        Tally tally = settle(day);
        if (tally.busy() > 0) {
            tally = settle(day).after(tally);
        }
        if (tally.busy() > 0) {
            return false;
        }
        ledger.settleDepartments(day);
        if (days.close(day, now)) {
            log.info("Study day {} is closed; {} missed it", day, tally.missed());
        }
        return true;
    }

    /**
     * @param busy whose streak somebody else was at
     */
    private record Tally(long missed, long busy) {
        Tally after(Tally earlier) {
            return new Tally(missed + earlier.missed, busy);
        }

        Tally and(Tally later) {
            return new Tally(missed + later.missed, busy + later.busy);
        }
    }

    /** Gives a line to everybody who has none of this day. */
    private Tally settle(LocalDate day) {
        Tally tally = new Tally(0, 0);
        List<Facts.OfDay> portion = facts.unsettled(day, new PersonId(0), AT_ONCE);
        while (!portion.isEmpty()) {
            List<Facts.OfDay> people = portion;
            tally = tally.and(jdbi.inTransaction(handle -> settle(day, people)));
            portion = facts.unsettled(day, portion.get(portion.size() - 1).person(), AT_ONCE);
        }
        return tally;
    }

    private Tally settle(LocalDate day, List<Facts.OfDay> portion) {
        List<PersonId> people = portion.stream().map(Facts.OfDay::person).toList();
        Set<PersonId> held = streaks.hold(people);
        List<Ledger.Line> lines = new ArrayList<>();
        // Read again: whoever was at a line a moment ago may have completed the day.
        for (Facts.OfDay person : facts.unsettled(day, people)) {
            Entry entry = DayLedger.entry(person.facts(), person.before());
            boolean isFree = held.contains(person.person()) || person.ranked().isEmpty();
            if (isFree && entry.state() != DayState.DONE) {
                lines.add(new Ledger.Line(person.person(), person.department(), entry));
            }
        }
        ledger.write(lines);
        streaks.broken(of(lines, DayState.MISSED));
        streaks.thawed(of(lines, DayState.FROZEN));
        recountThoseAhead(day, lines);
        long busy = portion.stream()
                .filter(person -> person.ranked().isPresent() && !held.contains(person.person()))
                .count();
        return new Tally(of(lines, DayState.MISSED).size(), busy);
    }

    private static List<PersonId> of(List<Ledger.Line> lines, DayState state) {
        return lines.stream()
                .filter(line -> line.entry().state() == state)
                .map(Ledger.Line::person)
                .toList();
    }

    /** Where a day closes late, somebody may have done the next one already: that streak goes on from there, or had a freeze less. */
    private void recountThoseAhead(LocalDate day, List<Ledger.Line> lines) {
        List<PersonId> lost = lines.stream()
                .filter(line -> line.entry().state().isLost())
                .map(Ledger.Line::person)
                .toList();
        if (!lost.isEmpty() && ledger.anyAfter(day)) {
            ledger.after(lost, day).forEach(recount::of);
        }
    }
}
