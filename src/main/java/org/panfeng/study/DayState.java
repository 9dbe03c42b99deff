package org.panfeng.study;

/** What became of a person's study day. */
public enum DayState {
    /** The day is not over. */
    OPEN,
    /** Everything was answered while the day was open: counts. */
    DONE,
    /** Not done for a reason that is not the person's: keeps the streak, adds nothing. */
    EXCUSED,
    /** Not done: the streak starts again. */
    MISSED
}
