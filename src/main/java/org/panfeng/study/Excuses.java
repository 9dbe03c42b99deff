package org.panfeng.study;

import java.time.LocalDate;
import java.util.Optional;
import org.panfeng.people.Absences;
import org.panfeng.people.PersonId;
import org.panfeng.study.DayLedger.Entry;

/** Who need not do a day that is not over: it has no line in the ledger yet, and shows as what it will be unless it is done. */
final class Excuses {
    private final Absences absences;
    private final ProgrammeDays days;

    Excuses(Absences absences, ProgrammeDays days) {
        this.absences = absences;
        this.days = days;
    }

    /** The line that the day would have now; empty for whoever is asked to do it. */
    Optional<Entry> of(PersonId person, LocalDate day) {
        Optional<Entry> away = absences.on(person, day)
                .map(AwayDays::away)
                .map(absence -> new Entry(day, DayState.EXCUSED, absence.reason(), Optional.of(absence.since())));
        return away.isPresent() || !days.isWithdrawn(day)
                ? away
                : Optional.of(new Entry(day, DayState.EXCUSED, Reason.WITHDRAWN, Optional.empty()));
    }

    /** The line of a study day that has none: open, unless there is an excuse. */
    Entry unwritten(PersonId person, LocalDate day) {
        return of(person, day).orElseGet(() -> new Entry(day, DayState.OPEN, Reason.NOT_OVER, Optional.empty()));
    }
}
