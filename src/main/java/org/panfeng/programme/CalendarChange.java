package org.panfeng.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the office's own in the calendar.
 *
 * @param id the newer an entry, the greater; of an entry that is not kept yet {@link #NEW}
 * @param first the first date that it covers
 * @param last the last date that it covers; null for a pause that goes on
 * @param name what people call the holiday; may be empty
 */
public record CalendarChange(
        long id, Kind kind, LocalDate first, @Nullable LocalDate last, String name) {
    public static final long NEW = Long.MAX_VALUE;

    /** What the dates become. */
    public enum Kind {
        HOLIDAY,
        STUDY,
        PAUSE
    }

    public CalendarChange {
        if (last != null && last.isBefore(first)) {
            throw new IllegalArgumentException("The entry ends on " + last + ", before " + first);
        }
        if (last == null && kind != Kind.PAUSE) {
            throw new IllegalArgumentException("Only a pause goes on without an end");
        }
    }

    public boolean covers(LocalDate date) {
        return !date.isBefore(first) && (last == null || !date.isAfter(last));
    }
}
