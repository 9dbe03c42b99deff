package org.panfeng.study;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.panfeng.mailbox.Reception;

/**
 * How long a day lasts: up to its boundary; where the bot was not receiving then, until it has received for an hour again. A day at whose
 * end nothing was ever received waits.
 *
 * @param end the boundary, the first instant that no longer belongs to the day
 */
record DaySpan(Instant start, Instant end) {
    private static final Duration GRACE = Duration.ofHours(1);

    boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /**
     * Whether the day is over for good.
     *
     * @param reception the present stretch
     */
    boolean isOver(Instant now, Optional<Reception.Stretch> reception) {
        return !now.isBefore(end)
                && reception
                        .filter(stretch -> stretch.covers(end) || isAfterEnd(stretch) && isHeardForAnHour(stretch))
                        .isPresent();
    }

    /** Whether the boundary has passed without being noticed, so that the day goes on for those who could not be heard. */
    boolean isProlonged(Instant now, Optional<Reception.Stretch> reception) {
        return !now.isBefore(end) && reception.filter(this::isAfterEnd).isPresent() && !isOver(now, reception);
    }

    private boolean isAfterEnd(Reception.Stretch stretch) {
        return stretch.since().isAfter(end);
    }

    private static boolean isHeardForAnHour(Reception.Stretch stretch) {
        return !stretch.last().isBefore(stretch.since().plus(GRACE));
    }
}
