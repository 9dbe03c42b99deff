package org.panfeng.study;

import java.util.List;

/**
 * How many study days in a row.
 *
 * @param current days done since the last missed one
 * @param longest the most there ever were in a row
 */
public record Streak(int current, int longest) {
    public static final Streak NONE = new Streak(0, 0);

    public Streak {
        if (current < 0 || longest < current) {
            throw new IllegalArgumentException("No streak: " + current + " of " + longest);
        }
    }

    /** The streak that entries in day order add up to. */
    static Streak of(List<DayLedger.Entry> entries) {
        Streak streak = NONE;
        for (DayLedger.Entry entry : entries) {
            streak = streak.then(entry.state());
        }
        return streak;
    }

    Streak then(DayState state) {
        return switch (state) {
            case DONE -> new Streak(current + 1, Math.max(longest, current + 1));
            case MISSED -> new Streak(0, longest);
            case OPEN, EXCUSED -> this;
        };
    }
}
