package org.panfeng.sandbox;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The clock of the office that is being played, so that a person at the page can let time pass. */
public interface OfficeClock {

    /** A moment worth going to, such as the next push. */
    record Jump(String labelZh, String labelEn, Instant target) {}

    Instant now();

    /** The zone in which the page shows the time. */
    ZoneId zone();

    /**
     * Lets the time pass until this instant.
     *
     * @throws IllegalArgumentException if the target lies in the past
     */
    void moveTo(Instant target);

    /** Where one may want to go from now, in the order in which they are offered. */
    List<Jump> jumps();
}
