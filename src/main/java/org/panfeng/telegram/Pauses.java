package org.panfeng.telegram;

import java.time.Duration;

/**
 * How long receiving waits after something went wrong, in real time.
 *
 * @param first after the first failure; each further one in a row doubles it
 * @param longest that the doubling leads to
 * @param conflict while somebody else polls
 * @param knock before the first question whether a refused token is valid again; each further one doubles it, up to {@code longestKnock}
 */
record Pauses(Duration first, Duration longest, Duration conflict, Duration knock, Duration longestKnock) {
    static final Pauses USUAL = new Pauses(
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMinutes(1));

    private static final int MOST_DOUBLINGS = 10;

    /**
     * @param failures how many went before this one without a success
     */
    Duration after(int failures) {
        return doubled(first, failures, longest);
    }

    /**
     * @param knocks how many questions were answered with no
     */
    Duration untilKnock(int knocks) {
        return doubled(knock, knocks, longestKnock);
    }

    private static Duration doubled(Duration pause, int times, Duration longest) {
        Duration doubled = pause.multipliedBy(1L << Math.min(Math.max(times, 0), MOST_DOUBLINGS));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
