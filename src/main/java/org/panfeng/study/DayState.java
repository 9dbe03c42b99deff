package org.panfeng.study;

/** What became of a person's study day. */
public enum DayState {
    /** The day is not over. */
    OPEN,
    /** Everything was answered while the day was open: counts. */
    DONE,
    /** Missed at first, and done soon after: counts in its place. */
    MADE_UP,
    /** Missed, and a freeze was spent: keeps the streak, adds nothing. */
    FROZEN,
    /** Not done for a reason that is not the person's: keeps the streak, adds nothing. */
    EXCUSED,
    /** Not done: the streak starts again. */
    MISSED;

    /** Whether the day adds to the streak. */
    public boolean counts() {
        return this == DONE || this == MADE_UP;
    }

    /** Whether the day closed without being done and without an excuse; such a day can be made up. */
    boolean isLost() {
        return this == MISSED || this == FROZEN;
    }
}
