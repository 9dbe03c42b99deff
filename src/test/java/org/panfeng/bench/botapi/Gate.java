package org.panfeng.bench.botapi;

/**
 * A limit that, once it was exceeded, stays closed for whole seconds, as Telegram's do; and that notices who knocks although told to
 * wait.
 */
final class Gate {
    private static final long SECOND = 1_000_000_000L;

    private final Limit limit;
    private final long untilHeard;
    private long refusedAt;
    private long closedUntil = Long.MIN_VALUE;

    /**
     * @param untilHeard nanoseconds in which a refusal cannot be known yet to whoever sends
     */
    Gate(Limit limit, long untilHeard) {
        this.limit = limit;
        this.untilHeard = untilHeard;
    }

    /**
     * @return 0 when the message passes, else for how many seconds to wait
     */
    long pass(long now, Tally tally) {
        if (now < closedUntil) {
            if (now > refusedAt + untilHeard) {
                tally.violation();
            }
            return secondsUntil(closedUntil, now);
        }
        long wait = limit.pass(now);
        if (wait == 0) {
            return 0;
        }
        close(now, secondsUntil(now + wait, now));
        return secondsUntil(closedUntil, now);
    }

    void close(long now, long seconds) {
        refusedAt = now;
        closedUntil = now + seconds * SECOND;
    }

    private static long secondsUntil(long then, long now) {
        return Math.max(1, (then - now + SECOND - 1) / SECOND);
    }
}
