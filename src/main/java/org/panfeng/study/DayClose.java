package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.people.PersonId;
import org.panfeng.programme.Timetable;
import org.panfeng.study.DayLedger.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes the study days that are over: whoever has not done theirs gets a line in the ledger that says why. */
public final class DayClose {
    private static final Logger log = LoggerFactory.getLogger(DayClose.class);

    private final Jdbi jdbi;
    private final Timetable timetable;
    private final OpenDays openDays;
    private final ProgrammeDays days;
    private final ChangedLessons changed;
    private final Results results;
    private final Ledger ledger;
    private final Streaks streaks;

    DayClose(
            Jdbi jdbi,
            Timetable timetable,
            OpenDays openDays,
            ProgrammeDays days,
            ChangedLessons changed,
            Results results,
            Ledger ledger,
            Streaks streaks) {
        this.jdbi = jdbi;
        this.timetable = timetable;
        this.openDays = openDays;
        this.days = days;
        this.changed = changed;
        this.results = results;
        this.ledger = ledger;
        this.streaks = streaks;
    }

    /** Closes every day that is over at this instant and is not closed yet, the oldest first. */
    public void due(Instant now) {
        Optional<LocalDate> first =
                days.lastClosed().map(day -> day.plusDays(1)).or(this::firstEnrolment);
        LocalDate yesterday = timetable.dateOf(now).minusDays(1);
        if (first.isEmpty() || first.get().isAfter(yesterday)) {
            return;
        }
        for (LocalDate day : timetable.studyDays(first.get(), yesterday)) {
            if (!openDays.isOver(day, now)) {
                return;
            }
            close(day, now);
        }
    }

    private Optional<LocalDate> firstEnrolment() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select min(enrolled_at) as first_enrolment from person where status = 'enrolled'")
                .map((row, context) -> Optional.ofNullable(row.getTimestamp("first_enrolment"))
                        .map(at -> timetable.dateOf(at.toInstant())))
                .one());
    }

    private void close(LocalDate day, Instant now) {
        int missed = jdbi.inTransaction(handle -> {
            if (!days.close(day, now)) {
                return 0;
            }
            changed.settle(day, now);
            results.count(day);
            List<Ledger.Line> lines = new ArrayList<>();
            List<PersonId> missing = new ArrayList<>();
            for (Ledger.PersonFacts person : ledger.facts(day, true)) {
                Entry entry = DayLedger.entry(person.facts());
                if (entry.state() == DayState.DONE) {
                    continue;
                }
                lines.add(new Ledger.Line(person.person(), person.department(), entry));
                if (entry.state() == DayState.MISSED) {
                    missing.add(person.person());
                }
            }
            ledger.write(lines);
            ledger.settleDepartments(day);
            streaks.broken(missing);
            recountThoseAhead(day, missing);
            return missing.size();
        });
        log.info("Study day {} is closed; {} missed it", day, missed);
    }

    /** Where a day closes late, somebody may have done the next one already: that streak goes on from there. */
    private void recountThoseAhead(LocalDate day, List<PersonId> missing) {
        if (ledger.anyAfter(day)) {
            for (PersonId person : missing) {
                streaks.set(person, Streak.of(ledger.of(person)));
            }
        }
    }
}
