package org.panfeng.bench.botapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The updates that the bot has not confirmed, and where more come from when these do not fill an answer. */
final class Updates {
    /** Somebody who can do something at once, when asked to. */
    interface Source {
        @Nullable
        Update next();
    }

    private final Tally tally;
    private final Deque<Update> unconfirmed = new ArrayDeque<>();
    private final Deque<Update> waiting = new ArrayDeque<>();
    private Source source = () -> null;
    private long nextId = 1;

    Updates(Tally tally) {
        this.tally = tally;
    }

    void from(Source source) {
        this.source = source;
    }

    long nextId() {
        return nextId++;
    }

    void add(Update update) {
        waiting.add(update);
    }

    /** Whether something is to be handed out for the first time. */
    boolean isEmpty() {
        if (waiting.isEmpty()) {
            Update more = source.next();
            if (more != null) {
                waiting.add(more);
            }
        }
        return waiting.isEmpty();
    }

    /** Confirms whatever is below this id. */
    void confirm(long below, long now) {
        while (!unconfirmed.isEmpty() && unconfirmed.getFirst().id < below) {
            Update update = unconfirmed.removeFirst();
            tally.confirmed(now - update.handedOutAt);
        }
    }

    /** The next one, for a transport that confirms each by itself. */
    @Nullable
    Update take(long now) {
        if (isEmpty()) {
            return null;
        }
        Update update = waiting.removeFirst();
        handOut(update, now);
        return update;
    }

    /** A batch as getUpdates returns it: what was handed out and not confirmed comes again. */
    String batch(int most, long now) {
        while (unconfirmed.size() < most && !isEmpty()) {
            Update update = waiting.removeFirst();
            handOut(update, now);
            unconfirmed.add(update);
        }
        StringBuilder json = new StringBuilder("[");
        Iterator<Update> updates = unconfirmed.iterator();
        for (int i = 0; i < most && updates.hasNext(); i++) {
            json.append(i == 0 ? "" : ",").append(updates.next().json);
        }
        return json.append(']').toString();
    }

    private void handOut(Update update, long now) {
        update.handedOutAt = now;
        tally.handedOut(now);
    }

    int waiting() {
        return waiting.size();
    }

    boolean hasUnconfirmed() {
        return !unconfirmed.isEmpty();
    }
}
