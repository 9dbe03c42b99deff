package org.panfeng.mailbox;

import java.time.Instant;
import java.util.List;

/** Takes what has arrived. */
public interface Intake {

    /**
     * Handles a batch and makes the outcome durable before it returns: only then may the batch be confirmed to the messenger.
     *
     * @throws RuntimeException when nothing of the batch is durable, so that it has to be delivered again
     */
    void take(List<Arrival> batch, Instant receivedAt);

    /** One update of a batch: read, or not readable at all. */
    sealed interface Arrival {
        long updateId();

        /** The update as it came, for whoever has to look into it. */
        String raw();
    }

    record Readable(Incoming incoming, String raw) implements Arrival {
        @Override
        public long updateId() {
            return incoming.updateId();
        }
    }

    record Garbled(long updateId, String raw, String error) implements Arrival {}
}
