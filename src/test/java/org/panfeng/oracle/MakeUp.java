package org.panfeng.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.panfeng.oracle.Oracle.Line;
import org.panfeng.oracle.Oracle.State;

/** A day's task that was done only after the day had closed. */
record MakeUp(Moment then, LocalDate day) {
    private static final int STUDY_DAYS_LATER = 2;
    private static final int A_MONTH = 2;

    boolean isAccepted() {
        return wasMissed() && isWithinTime() && madeUpInItsMonth() < A_MONTH;
    }

    /** Missed or frozen, which is the same here: a freeze only covers a missed day. */
    private boolean wasMissed() {
        for (Line line : then.days()) {
            if (line.day().equals(day)) {
                return line.state() == State.MISSED;
            }
        }
        return false;
    }

    /** Within the next two study days: no third one has begun, and the second is not closed. */
    private boolean isWithinTime() {
        List<LocalDate> begun = laterStudyDaysBegun();
        return begun.size() < STUDY_DAYS_LATER
                || begun.size() == STUDY_DAYS_LATER && !then.isClosed(begun.get(STUDY_DAYS_LATER - 1));
    }

    private List<LocalDate> laterStudyDaysBegun() {
        List<LocalDate> begun = new ArrayList<>();
        for (LocalDate later = day.plusDays(1); then.clock().hasBegun(later, then.now()); later = later.plusDays(1)) {
            if (then.studyDays().contains(later)) {
                begun.add(later);
            }
        }
        return begun;
    }

    private int madeUpInItsMonth() {
        int count = 0;
        for (LocalDate other : then.madeUp()) {
            if (YearMonth.from(other).equals(YearMonth.from(day))) {
                count++;
            }
        }
        return count;
    }
}
