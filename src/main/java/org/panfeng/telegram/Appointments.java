package org.panfeng.telegram;

import java.time.Duration;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * When to look at the outbox: at every time that something was put off to, and otherwise now and then. Times are of the machine's clock in
 * nanoseconds.
 */
final class Appointments {
    /** Between two looks, unless something new was posted. */
    private static final Duration BREATH = Duration.ofMillis(2);

    private final long origin;
    /** Counted from the origin. */
    private final NavigableSet<Long> times = new TreeSet<>();

    private long keptAt;
    private long idleUntil;

    Appointments(long now) {
        this.origin = now;
        this.keptAt = now;
        this.idleUntil = now;
    }

    synchronized void makeNow(long now) {
        idleUntil = now;
    }

    synchronized void makeIn(Duration pause, long now) {
        times.add(now - origin + pause.toNanos());
    }

    /** How long until the next one; not above zero where one has come. */
    synchronized long untilNext(long now) {
        long idle = idleUntil - now;
        if (times.isEmpty()) {
            return idle;
        }
        long breath = keptAt + BREATH.toNanos() - now;
        return Math.min(idle, Math.max(breath, origin + times.first() - now));
    }

    /** Those that have come are kept; the next is in this time at the latest. */
    synchronized void kept(Duration idle, long now) {
        times.headSet(now - origin, true).clear();
        keptAt = now;
        idleUntil = now + idle.toNanos();
    }
}
