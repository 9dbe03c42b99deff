package org.panfeng.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.panfeng.study.DayLedger.Entry;

/** What is kept of somebody for speed: the streak, and how many days were done in all, in the latest month and the latest week. */
record KeptDays(
        Streak streak, int total, Optional<LocalDate> month, int monthDays, Optional<LocalDate> week, int weekDays) {
    static final KeptDays NONE = new KeptDays(Streak.NONE, 0, Optional.empty(), 0, Optional.empty(), 0);

    /** Whether the ledger adds up to the same. */
    boolean agreesWith(List<Entry> ledger) {
        return total == done(ledger, LocalDate.MIN)
                && monthDays == month.map(first -> done(ledger, first)).orElse(0L)
                && weekDays == week.map(first -> done(ledger, first)).orElse(0L);
    }

    private static long done(List<Entry> ledger, LocalDate since) {
        return ledger.stream()
                .filter(entry -> entry.state() == DayState.DONE && !entry.day().isBefore(since))
                .count();
    }
}
