package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The updates that the bot has not confirmed yet, and the one poller that waits for them. */
final class Updates {

    private static final int REMEMBERED = 1_000;

    record Update(long id, ObjectNode json) {}

    private final Deque<Update> pending = new ArrayDeque<>();
    private final Deque<Update> again = new ArrayDeque<>();
    private final Deque<Update> confirmed = new ArrayDeque<>();
    private Set<String> allowed = Set.of();
    private long lastId;
    private long poller;
    private boolean closed;

    Updates(long firstId) {
        lastId = firstId - 1;
    }

    /** Queues one, unless the bot said that it does not want this kind. Zero if it was not queued. */
    synchronized long add(String kind, ObjectNode content) {
        if (!allowed.isEmpty() && !allowed.contains(kind)) {
            return 0;
        }
        ObjectNode json = Json.object().put("update_id", lastId + 1);
        json.set(kind, content);
        return inject(json);
    }

    /** Queues this whatever it contains; an update id is added if it has none. */
    synchronized long inject(ObjectNode json) {
        lastId++;
        if (!json.has("update_id")) {
            json.put("update_id", lastId);
        }
        pending.add(new Update(lastId, json));
        notifyAll();
        return lastId;
    }

    /** An empty set means every kind. */
    synchronized void allow(Set<String> kinds) {
        allowed = Set.copyOf(kinds);
    }

    /** Delivers an update once more at the next poll, whatever offset the bot asks from. */
    synchronized void redeliver(long id) {
        again.add(find(id));
        notifyAll();
    }

    private Update find(long id) {
        for (Deque<Update> place : List.of(pending, confirmed)) {
            for (Update update : place) {
                if (update.id() == id) {
                    return update;
                }
            }
        }
        throw new NoSuchElementException("No update " + id + " among the last " + REMEMBERED);
    }

    synchronized int count() {
        return pending.size();
    }

    synchronized long lastId() {
        return lastId;
    }

    synchronized void renumber(long nextId) {
        lastId = nextId - 1;
    }

    synchronized void clear() {
        confirmBelow(Long.MAX_VALUE);
    }

    /**
     * Confirms what lies below the offset and returns what comes after, at most limit, waiting in real time until there is
     * something.
     *
     * @throws Refusal if another poll begins meanwhile: the older one gives way
     */
    synchronized List<Update> poll(long offset, int limit, Duration timeout) throws InterruptedException {
        long me = ++poller;
        notifyAll();
        confirmBelow(offset < 0 ? idFromTheEnd(-offset) : offset);
        long end = System.nanoTime() + timeout.toNanos();
        while (pending.isEmpty() && again.isEmpty() && !closed) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                break;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
            if (me != poller) {
                throw Refusal.conflict(
                        "terminated by other getUpdates request; " + "make sure that only one bot instance is running");
            }
        }
        return batch(limit);
    }

    private List<Update> batch(int limit) {
        List<Update> batch = new ArrayList<>();
        while (batch.size() < limit && !again.isEmpty()) {
            batch.add(again.remove());
        }
        pending.stream().limit(limit - batch.size()).forEach(batch::add);
        return batch;
    }

    private long idFromTheEnd(long count) {
        return pending.stream()
                .skip(Math.max(0, pending.size() - count))
                .findFirst()
                .map(Update::id)
                .orElse(0L);
    }

    private void confirmBelow(long offset) {
        for (Iterator<Update> it = pending.iterator(); it.hasNext(); ) {
            Update update = it.next();
            if (update.id() >= offset) {
                return;
            }
            it.remove();
            confirmed.add(update);
            if (confirmed.size() > REMEMBERED) {
                confirmed.remove();
            }
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
