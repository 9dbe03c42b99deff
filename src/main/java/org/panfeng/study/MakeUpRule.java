package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.panfeng.programme.Timetable;

/** Which missed days can be made up: on the two study days after it, and two of a calendar month. */
record MakeUpRule(Timetable timetable) {
    static final int PER_MONTH = 2;
    static final int WITHIN_DAYS = 2;
    /** One more than can be made up, for a day that closes late. */
    static final int LOOKED_AT = WITHIN_DAYS + 1;

    /** The last study day on which a day can be made up; empty where no study day is left after it. */
    Optional<LocalDate> lastDayFor(LocalDate day) {
        return Stream.iterate(
                        timetable.nextStudyDay(day), Optional::isPresent, next -> next.flatMap(timetable::nextStudyDay))
                .limit(WITHIN_DAYS)
                .flatMap(Optional::stream)
                .reduce((earlier, later) -> later);
    }

    /** The latest study days before the one that is running, the oldest first: no others can be made up. */
    List<LocalDate> latest(Instant now) {
        List<LocalDate> days = new ArrayList<>(Stream.iterate(
                        timetable.previousStudyDay(timetable.dateOf(now)),
                        Optional::isPresent,
                        day -> day.flatMap(timetable::previousStudyDay))
                .limit(LOOKED_AT)
                .flatMap(Optional::stream)
                .toList());
        Collections.reverse(days);
        return days;
    }

    /**
     * How an answer counts that comes after its day.
     *
     * @param state of the day; empty where it has no line
     * @param isInTime whether the last day on which it can be made up still takes answers
     * @param madeUp so many days of its month are made up already; asked only where it matters
     */
    static MakeUps.Acceptance late(Optional<DayState> state, boolean isInTime, IntSupplier madeUp) {
        if (!isInTime || state.filter(DayState::isLost).isEmpty()) {
            return MakeUps.Acceptance.NOT;
        }
        return isAllowed(madeUp.getAsInt()) ? MakeUps.Acceptance.MAKE_UP : MakeUps.Acceptance.NOT_THIS_MONTH;
    }

    /** Whether one more day of a month can be made up. */
    static boolean isAllowed(int madeUp) {
        return madeUp < PER_MONTH;
    }
}
