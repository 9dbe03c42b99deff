package org.panfeng.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** When a day begins and ends. */
record StudyDays(ZoneId zone, LocalTime dayStartsAt) {

    /** The first instant of a day: in a gap of the zone's clock the first valid one, in an overlap the first of the two. */
    Instant start(LocalDate day) {
        LocalDateTime local = day.atTime(dayStartsAt);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        while (offsets.isEmpty()) {
            local = local.plusMinutes(1);
            offsets = zone.getRules().getValidOffsets(local);
        }
        return local.toInstant(offsets.get(0));
    }

    /** The first instant that is no longer of this day. */
    Instant end(LocalDate day) {
        return start(day.plusDays(1));
    }

    boolean hasBegun(LocalDate day, Instant now) {
        return !start(day).isAfter(now);
    }

    /** The day that contains an instant: the last one that has begun. */
    LocalDate containing(Instant instant) {
        LocalDate day = instant.atZone(zone).toLocalDate().plusDays(2);
        while (!hasBegun(day, instant)) {
            day = day.minusDays(1);
        }
        return day;
    }
}
