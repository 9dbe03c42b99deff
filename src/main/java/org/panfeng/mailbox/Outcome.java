package org.panfeng.mailbox;

import java.time.Duration;

/** What became of one attempt to deliver a parcel. */
public sealed interface Outcome {

    /**
     * @param messageId of the message that now stands in the chat; 0 where none does
     */
    record Delivered(long messageId) implements Outcome {}

    /**
     * Not delivered, and nothing is wrong with the parcel: try again later.
     *
     * @param counts whether it counts as an attempt; false only where the messenger has asked to wait, or somebody else's parcel is
     *     to go first
     * @param parts how many pieces of it have arrived, so that the next attempt begins after them
     */
    record Postponed(Duration pause, boolean counts, String reason, int parts) implements Outcome {
        public Postponed(Duration pause, boolean counts, String reason) {
            this(pause, counts, reason, 0);
        }

        /** Nothing was tried: it only has to wait. */
        public static Postponed uncounted(Duration pause, String reason) {
            return new Postponed(pause, false, reason, 0);
        }
    }

    /** The chat has another id now, and the parcel is to be tried there, once. */
    record Moved(long chatId) implements Outcome {}

    /** The person cannot be written to: has blocked the bot, or is gone. */
    record Unreachable(String reason) implements Outcome {}

    /** Refused for good. */
    record Refused(String reason) implements Outcome {}

    /**
     * It may or may not have arrived: the connection broke after the request had been written.
     *
     * @param parts how many pieces of it have arrived for certain
     */
    record Unknown(String reason, int parts) implements Outcome {
        public Unknown(String reason) {
            this(reason, 0);
        }
    }
}
