package org.panfeng.telegram;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Until when nothing is sent: to a chat that Telegram has asked us to leave alone, or to anybody, once it has asked so for several chats or
 * cannot be reached. Times are of the machine's clock in nanoseconds.
 */
final class Silence {
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);
    private static final int SWEEP_AT = 1000;

    private final Admission admission;
    private final Map<Long, Long> chats = new HashMap<>();
    private long all;
    private boolean isForAll;
    private int unconnected;

    Silence(Admission admission) {
        this.admission = admission;
    }

    /**
     * Telegram has asked to wait.
     *
     * @param chatId 0 for a request that belongs to no chat, and so is a matter of all
     */
    synchronized void asked(long chatId, Duration pause, long now) {
        chats.values().removeIf(until -> until - now <= 0);
        if (chatId == 0 || chats.keySet().stream().anyMatch(other -> other != chatId)) {
            all(pause, now);
        }
        chats.merge(chatId, now + pause.toNanos(), (one, other) -> one - other > 0 ? one : other);
    }

    /** Nobody listens there: the pause doubles with every attempt, from a second to half a minute. */
    synchronized void unconnected(long now) {
        if (isForAll && all - now > 0) {
            return;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(unconnected++, 5));
        all(pause.compareTo(LONGEST_SILENCE) < 0 ? pause : LONGEST_SILENCE, now);
    }

    /** The token is not valid any more. */
    void notAdmitted() {
        admission.refused();
    }

    /** Telegram answers. */
    synchronized void connected() {
        unconnected = 0;
    }

    private void all(Duration pause, long now) {
        long until = now + pause.toNanos();
        all = isForAll && all - until > 0 ? all : until;
        isForAll = true;
    }

    /** How long nothing may be sent to a chat; zero if it may. */
    synchronized Duration reserve(long chatId, long now) {
        if (!admission.isOpen()) {
            return Admission.LOOK_AGAIN;
        }
        long left = isForAll ? Math.max(0, all - now) : 0;
        Long chat = chats.get(chatId);
        if (chat != null) {
            left = Math.max(left, chat - now);
        }
        if (chats.size() > SWEEP_AT) {
            chats.values().removeIf(until -> until - now <= 0);
        }
        return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
    }

    /** How long nothing may be sent to anybody. */
    synchronized Duration reserve(long now) {
        return reserve(0, now);
    }
}
