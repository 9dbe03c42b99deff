package org.panfeng.telegram;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How many messages a second may go out. A message takes one of as many places as messages are allowed, from its start until a second
 * after its answer: however long messages take on their way there, no second then sees more of them arrive than are allowed, not even
 * where the server counts every single window of a second. What a way there and back always takes is given back. All times are of the
 * machine's clock in nanoseconds.
 */
final class Pace {
    private static final long SECOND = 1_000_000_000L;
    /** How much of the shortest way there and back is given back. */
    private static final double CREDIT = 0.95;
    /** How much faster than allowed on average the places may be taken, so that what was missed is made up without a burst. */
    private static final double HASTE = 1.25;
    /** How long after a refusal no credit is taken. */
    private static final long CAUTION = 60 * SECOND;

    private final int perSecond;
    private final Deque<Long> freeAgain = new ArrayDeque<>();
    private int underWay;
    private long shortestWay = Long.MAX_VALUE;
    private long cautiousUntil;
    private double dose;
    private long dosedAt;

    Pace(int perSecond, long now) {
        this.perSecond = perSecond;
        this.cautiousUntil = now;
        this.dosedAt = now;
        this.dose = 1;
    }

    /** How many messages may start now. */
    synchronized int room(long now) {
        while (!freeAgain.isEmpty() && freeAgain.getFirst() - now <= 0) {
            freeAgain.removeFirst();
        }
        dose = Math.min(Math.max(1, perSecond / 20.0), dose + (now - dosedAt) * HASTE * perSecond / SECOND);
        dosedAt = now;
        return Math.max(0, Math.min(perSecond - underWay - freeAgain.size(), (int) dose));
    }

    /** How long it takes until the next message may start; at least 0, and no more than a second. */
    synchronized long untilRoom(long now) {
        long place = underWay + freeAgain.size() < perSecond || freeAgain.isEmpty() ? 0 : freeAgain.getFirst() - now;
        long portion = (long) ((1 - dose) * SECOND / (HASTE * perSecond)) - (now - dosedAt);
        return Math.min(SECOND, Math.max(0, Math.max(place, portion)));
    }

    /** A message starts, whether or not there was room for it. */
    synchronized void started() {
        underWay++;
        dose--;
    }

    /** It does not start after all. */
    synchronized void withdrawn() {
        underWay--;
    }

    /** Its answer has come, or none will. */
    synchronized void ended(long startedAt, long now) {
        underWay--;
        shortestWay = Math.min(shortestWay, now - startedAt);
        boolean isCautious = cautiousUntil - now > 0;
        long credit = isCautious ? 0 : (long) (CREDIT * Math.min(shortestWay, SECOND / 2));
        freeAgain.addLast(now + SECOND - credit);
    }

    /** It was refused for the pace: for a while nothing is given back. */
    synchronized void refused(long now) {
        cautiousUntil = now + CAUTION;
        shortestWay = Long.MAX_VALUE;
    }
}
