package org.panfeng.bench.botapi;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * A server that asks to wait at random, one chat or everybody, for one to three seconds. It does not say which of the two: the sender can
 * know that it is everybody once a second chat was refused. Who is told to wait and does not, is noticed. Times are in nanoseconds.
 */
final class Storm {
    /** How long a busy machine may take to hear what it was told; a chat, which gets one message after the other, needs none of it. */
    static final long BUSY = 600_000_000L;

    private static final long SECOND = 1_000_000_000L;
    private static final int LONGEST = 3;

    private final double share;
    private final long untilHeard;
    private final Random chance;
    private final Map<Long, Long> told = new HashMap<>();
    private long allUntil = Long.MIN_VALUE;
    private long firstTold;
    private long knownAt;

    /**
     * @param share of the requests that meet a wait nobody has been told of, from 0 to 1
     * @param untilHeard in which a refusal cannot be known yet to whoever sends
     */
    Storm(double share, long untilHeard, Random chance) {
        this.share = share;
        this.untilHeard = untilHeard;
        this.chance = chance;
    }

    /**
     * @param chat 0 for a request that belongs to none
     * @return 0 when the request passes, else for how many seconds to wait
     */
    long pass(long chat, long now, Tally tally) {
        boolean isSilence = now < allUntil;
        if (now < told.getOrDefault(chat, Long.MIN_VALUE) || (isSilence && now > knownAt)) {
            tally.violation();
        }
        long seconds = isSilence ? (allUntil - now + SECOND - 1) / SECOND : 0;
        if (!isSilence && chance.nextDouble() < share) {
            seconds = 1 + chance.nextInt(LONGEST);
            if (chance.nextBoolean()) {
                allUntil = now + seconds * SECOND;
                firstTold = chat;
                knownAt = Long.MAX_VALUE;
            }
        } else if (isSilence && chat != firstTold && knownAt == Long.MAX_VALUE) {
            knownAt = now + untilHeard;
        }
        if (seconds > 0) {
            told.put(chat, now + seconds * SECOND);
        }
        return seconds;
    }
}
