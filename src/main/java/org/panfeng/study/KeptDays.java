package org.panfeng.study;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.panfeng.study.DayLedger.Entry;

/** What is kept of somebody for speed: the streak, and how many days were done in all, in the latest month and the latest week. */
record KeptDays(
        Streak streak, int total, Optional<LocalDate> month, int monthDays, Optional<LocalDate> week, int weekDays) {
    static final KeptDays NONE = new KeptDays(Streak.NONE, 0, Optional.empty(), 0, Optional.empty(), 0);

    /** What a ledger, in day order, adds up to. */
    static KeptDays of(List<Entry> ledger, Streak streak) {
        Optional<LocalDate> latest = ledger.stream()
                .filter(entry -> entry.state().counts())
                .map(Entry::day)
                .reduce((earlier, later) -> later);
        Optional<LocalDate> month = latest.map(KeptDays::monthOf);
        Optional<LocalDate> week = latest.map(KeptDays::weekOf);
        return new KeptDays(
                streak,
                counted(ledger, LocalDate.MIN),
                month,
                month.map(first -> counted(ledger, first)).orElse(0),
                week,
                week.map(first -> counted(ledger, first)).orElse(0));
    }

    static LocalDate monthOf(LocalDate day) {
        return day.withDayOfMonth(1);
    }

    static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Whether the ledger adds up to the same. */
    boolean agreesWith(List<Entry> ledger) {
        return total == counted(ledger, LocalDate.MIN)
                && monthDays == month.map(first -> counted(ledger, first)).orElse(0)
                && weekDays == week.map(first -> counted(ledger, first)).orElse(0);
    }

    private static int counted(List<Entry> ledger, LocalDate since) {
        return (int) ledger.stream()
                .filter(entry -> entry.state().counts() && !entry.day().isBefore(since))
                .count();
    }
}
