package org.panfeng.people;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Dates one after the other.
 *
 * @param last not before the first; included
 */
record DayRange(LocalDate first, LocalDate last) {
    DayRange {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(last + " is before " + first);
        }
    }

    long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }
}
