package org.panfeng;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.panfeng.oracle.Facts;

/** One person's leave and suspensions as their village knows them: what was asked, what holds, what once held. */
final class LeaveBook {
    private final List<Entry> entries = new ArrayList<>();
    private final List<Facts.Away> away = new ArrayList<>();

    /** Leave or a suspension that is asked for or valid. */
    static final class Entry {
        final boolean isSuspension;
        final LocalDate first;

        @Nullable
        LocalDate last;

        boolean isValid;

        private Entry(boolean isSuspension, LocalDate first, @Nullable LocalDate last) {
            this.isSuspension = isSuspension;
            this.first = first;
            this.last = last;
        }

        boolean covers(LocalDate day) {
            LocalDate end = last;
            return !day.isBefore(first) && (end == null || !day.isAfter(end));
        }
    }

    List<Facts.Away> away() {
        return away;
    }

    boolean isAwayOn(LocalDate day) {
        return entries.stream().anyMatch(entry -> entry.isValid && entry.covers(day));
    }

    /** The leave that is asked for or valid, the oldest first. */
    List<Entry> leaves() {
        return entries.stream().filter(entry -> !entry.isSuspension).toList();
    }

    boolean overlaps(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .anyMatch(day -> leaves().stream().anyMatch(leave -> leave.covers(day)));
    }

    Entry ask(LocalDate first, LocalDate last) {
        Entry asked = new Entry(false, first, last);
        entries.add(asked);
        return asked;
    }

    void grant(Entry entry, Instant at) {
        entry.isValid = true;
        away.add(new Facts.Away(entry.first, entry.last, entry.isSuspension, at, null));
    }

    /** It is refused, or counts no more. */
    void strike(Entry entry, Instant at) {
        entries.remove(entry);
        if (entry.isValid) {
            cancel(entry, at);
        }
    }

    /** It ends with this day; null lets a suspension go on. */
    void end(Entry entry, @Nullable LocalDate last, Instant at) {
        cancel(entry, at);
        entry.last = last;
        grant(entry, at);
    }

    private void cancel(Entry entry, Instant at) {
        for (int i = away.size() - 1; i >= 0; i--) {
            Facts.Away one = away.get(i);
            if (one.cancelledAt() == null
                    && one.isSuspension() == entry.isSuspension
                    && one.first().equals(entry.first)) {
                away.set(i, new Facts.Away(one.first(), one.last(), one.isSuspension(), one.validSince(), at));
                return;
            }
        }
        throw new IllegalStateException("Never held: " + entry.first);
    }

    /** Suspends from today on; one that has ended today goes on. */
    void suspend(LocalDate today, Instant at) {
        Optional<Entry> known = suspension(today);
        if (known.isEmpty()) {
            Entry suspension = new Entry(true, today, null);
            entries.add(suspension);
            grant(suspension, at);
        } else if (known.get().last != null) {
            end(known.get(), null, at);
        }
    }

    /** Today still belongs to the suspension. */
    void bringBack(LocalDate today, Instant at) {
        suspension(today).filter(known -> known.last == null).ifPresent(known -> end(known, today, at));
    }

    private Optional<Entry> suspension(LocalDate day) {
        return entries.stream()
                .filter(entry -> entry.isSuspension && entry.covers(day))
                .findFirst();
    }
}
