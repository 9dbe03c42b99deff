package org.panfeng.people;

import java.time.Instant;
import java.time.LocalDate;

/** Hears, in the same transaction, whenever it changes on which days somebody is away for good reason. */
public interface AbsenceFollower {
    /** Stands for the last day of what goes on. */
    LocalDate NO_END = LocalDate.of(9999, 12, 31);

    /**
     * @param from the first of the days that may have changed
     * @param to the last of them, {@link #NO_END} where there is none
     */
    void changed(PersonId person, LocalDate from, LocalDate to, Instant now);
}
