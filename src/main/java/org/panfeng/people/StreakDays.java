package org.panfeng.people;

import java.util.List;

/** What is to be known here of streaks: how many study days in a row somebody has done. */
public interface StreakDays {
    /** The present streak, which nobody else can change before this transaction ends. */
    int held(PersonId person);

    /** What the streak would be if this person were away at these times, and at no others. */
    int ifAway(PersonId person, List<Absence> absences);
}
