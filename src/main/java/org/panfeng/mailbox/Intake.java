package org.panfeng.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

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

    /**
     * @param source writes the update as it came, which is asked for seldom
     */
    record Readable(Incoming incoming, Supplier<String> source) implements Arrival {
        @Override
        public String raw() {
            return source.get();
        }

        @Override
        public long updateId() {
            return incoming.updateId();
        }
    }

    record Garbled(long updateId, String raw, String error) implements Arrival {}
}
