package org.panfeng.study;

import java.util.List;
import org.panfeng.study.DayLedger.Entry;

/** How somebody has been studying lately, and so when a reminder is a help to them. */
enum Habit {
    USUAL,
    /** Has done every one of the last ten days: hardly ever needs a reminder, and gets it late. */
    STEADY,
    /** Has missed the last five days: is asked back once a week, not every evening. */
    RESTING;

    /** So many study days are looked back. */
    static final int LOOKED_BACK = 10;

    private static final int RESTS_AFTER = 5;

    /**
     * @param latest the entries of the last {@value #LOOKED_BACK} study days, in day order
     */
    static Habit of(List<Entry> latest) {
        if (latest.size() == LOOKED_BACK
                && latest.stream().allMatch(entry -> entry.state().counts())) {
            return STEADY;
        }
        List<Entry> last = latest.subList(Math.max(0, latest.size() - RESTS_AFTER), latest.size());
        boolean isResting =
                last.size() == RESTS_AFTER && last.stream().allMatch(entry -> entry.state() == DayState.MISSED);
        return isResting ? RESTING : USUAL;
    }

    /**
     * @param isFirstOfWeek whether it is the first study day of its week
     */
    boolean isRemindedIn(ReminderHours.Round round, boolean isFirstOfWeek) {
        return switch (this) {
            case USUAL -> true;
            case STEADY -> round == ReminderHours.Round.LATE;
            case RESTING -> isFirstOfWeek;
        };
    }
}
