package org.panfeng.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How many messages that answer nobody may go into one chat: so many a second to a person, so many a minute to a group. Times are of the
 * machine's clock in nanoseconds.
 */
final class ChatPace {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int SWEEP_AT = 10_000;

    private final int perSecond;
    private final int perMinuteInGroups;
    private final Map<Long, Deque<Long>> sent = new HashMap<>();

    ChatPace(int perSecond, int perMinuteInGroups) {
        this.perSecond = perSecond;
        this.perMinuteInGroups = perMinuteInGroups;
    }

    /** How long the chat must still be left alone. */
    synchronized Duration reserve(long chatId, long now) {
        Deque<Long> times = sent.get(chatId);
        if (times == null || times.size() < allowed(chatId)) {
            return Duration.ZERO;
        }
        long left = times.getFirst() + period(chatId) - now;
        return left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
    }

    /** A message to the chat is over. */
    synchronized void sent(long chatId, long now) {
        if (chatId == 0) {
            return;
        }
        Deque<Long> times = sent.computeIfAbsent(chatId, chat -> new ArrayDeque<>(2));
        times.addLast(now);
        if (times.size() > allowed(chatId)) {
            times.removeFirst();
        }
        if (sent.size() > SWEEP_AT) {
            sent.entrySet().removeIf(chat -> chat.getValue().getLast() + period(chat.getKey()) - now <= 0);
        }
    }

    private int allowed(long chatId) {
        return isGroup(chatId) ? perMinuteInGroups : perSecond;
    }

    private static long period(long chatId) {
        return (isGroup(chatId) ? MINUTE : SECOND).toNanos();
    }

    private static boolean isGroup(long chatId) {
        return chatId < 0;
    }
}
