package org.panfeng.people;

import java.util.List;

/** What is to be known here of streaks. */
public interface StreakDays {
    /** The present streak, which nobody else can change before this transaction ends. */
    StreakState held(PersonId person);

    /** What the streak would be if this person were away at these times, and at no others. */
    StreakState ifAway(PersonId person, List<Absence> absences);
}
