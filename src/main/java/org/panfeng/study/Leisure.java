package org.panfeng.study;

import java.time.Duration;

/**
 * How much of a thread's time something may take that nobody waits for: a share of the time that passes, and at once no more than was saved
 * up. Times are the machine's, in nanoseconds.
 */
final class Leisure {
    /** One part in so many. */
    private static final int SHARE = 5;

    private static final long MOST = Duration.ofSeconds(5).toNanos();

    private long saved = MOST;
    private long since;

    Leisure(long now) {
        since = now;
    }

    /** Whether there is time now. */
    boolean isThere(long now) {
        saved = Math.min(MOST, saved + (now - since) / SHARE);
        since = now;
        return saved > 0;
    }

    /** So much was used. */
    void spend(long nanos) {
        saved -= nanos;
    }
}
