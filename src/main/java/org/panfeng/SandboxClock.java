package org.panfeng;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of a sandbox's office: begins when it is told to, runs on with real time, and can be put forward. */
final class SandboxClock extends Clock {
    private final Clock realTime;
    private volatile Duration ahead;

    SandboxClock(Clock realTime, Instant begin) {
        this.realTime = realTime;
        this.ahead = Duration.between(realTime.instant(), begin);
    }

    /** Puts the clock forward to this instant; an instant that is past changes nothing. */
    synchronized void putForward(Instant to) {
        Instant now = instant();
        if (to.isAfter(now)) {
            ahead = ahead.plus(Duration.between(now, to));
        }
    }

    @Override
    public Instant instant() {
        return realTime.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The zone only matters to whoever asks the clock for a date, and nobody does. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Ask the timetable for dates");
    }
}
