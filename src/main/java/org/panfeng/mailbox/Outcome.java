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
     */
    record Postponed(Duration pause, boolean counts, String reason) implements Outcome {}

    /** The person cannot be written to: has blocked the bot, or is gone. */
    record Unreachable(String reason) implements Outcome {}

    /** Refused for good. */
    record Refused(String reason) implements Outcome {}

    /** It may or may not have arrived: the connection broke after the request had been written. */
    record Unknown(String reason) implements Outcome {}
}
