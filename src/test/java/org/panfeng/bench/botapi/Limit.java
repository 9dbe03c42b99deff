package org.panfeng.bench.botapi;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many messages may pass. Time is in nanoseconds, from any beginning. */
interface Limit {
    Limit NONE = now -> 0;

    /**
     * Lets a message pass, or not.
     *
     * @return 0 when it passes, else for how many nanoseconds none will
     */
    long pass(long now);

    /** A budget that fills up evenly, up to this many. */
    static Limit bucket(double perSecond, double capacity) {
        return new Limit() {
            private double tokens = capacity;
            private long filledAt = Long.MIN_VALUE;

            @Override
            public long pass(long now) {
                if (filledAt != Long.MIN_VALUE) {
                    tokens = Math.min(capacity, tokens + (now - filledAt) * perSecond / 1e9);
                }
                filledAt = now;
                if (tokens >= 1) {
                    tokens--;
                    return 0;
                }
                return (long) ((1 - tokens) / perSecond * 1e9);
            }
        };
    }

    /** At most this many within any second. */
    static Limit window(int perSecond) {
        Deque<Long> passed = new ArrayDeque<>(perSecond);
        return now -> {
            while (!passed.isEmpty() && now - passed.getFirst() >= 1_000_000_000L) {
                passed.removeFirst();
            }
            if (passed.size() < perSecond) {
                passed.addLast(now);
                return 0;
            }
            return passed.getFirst() + 1_000_000_000L - now;
        };
    }
}
