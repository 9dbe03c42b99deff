package org.panfeng.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What leave makes of its person's streak, as soon as it covers days that are over. */
final class LeaveEffects {
    private final Absences absences;
    private final StudyDates dates;
    private final StreakDays streaks;

    LeaveEffects(Absences absences, StudyDates dates, StreakDays streaks) {
        this.absences = absences;
        this.dates = dates;
        this.streaks = streaks;
    }

    /** Does something about leave on these days; those who follow it have counted them again when it is done. */
    StreakChange of(PersonId person, DayRange days, Instant now, Runnable deed) {
        if (isToCome(days, now)) {
            deed.run();
            return StreakChange.NONE;
        }
        StreakState before = streaks.held(person);
        deed.run();
        return new StreakChange(before, streaks.held(person));
    }

    /** What it would do if an admin agreed to this leave. */
    StreakChange ofAgreeing(Absence asked, Instant now) {
        List<Absence> valid = absences.valid(List.of(asked.person()));
        List<Absence> more = new ArrayList<>(valid);
        more.add(asked);
        return foreseen(asked, now, valid, more);
    }

    /** What it would do if this leave were taken back. */
    StreakChange ofTakingBack(Absence leave, Instant now) {
        List<Absence> valid = absences.valid(List.of(leave.person()));
        List<Absence> fewer =
                valid.stream().filter(other -> !other.id().equals(leave.id())).toList();
        return foreseen(leave, now, valid, fewer);
    }

    private StreakChange foreseen(Absence leave, Instant now, List<Absence> present, List<Absence> then) {
        return isToCome(leave.days(), now)
                ? StreakChange.NONE
                : new StreakChange(streaks.ifAway(leave.person(), present), streaks.ifAway(leave.person(), then));
    }

    private boolean isToCome(DayRange days, Instant now) {
        return !days.first().isBefore(dates.dateOf(now));
    }
}
