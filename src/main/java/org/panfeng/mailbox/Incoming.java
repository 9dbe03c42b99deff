package org.panfeng.mailbox;

/** Something a person did, as the chat understands it. */
public sealed interface Incoming {

    /** Unique per update; the same number again is the same update delivered twice. */
    long updateId();

    Sender from();

    /** Where the reply goes. In a private chat it equals the sender's id. */
    long chatId();

    /** A message of words, a command among them. */
    record Text(long updateId, Sender from, long chatId, String text) implements Incoming {}

    /**
     * A button pressed under a message.
     *
     * @param messageId the message that carries the button
     * @param tapId what the acknowledgement has to name, within a few minutes
     * @param data what the button was made with, at most 64 bytes; a client can send anything here
     */
    record Tap(long updateId, Sender from, long chatId, long messageId, String tapId, String data) implements Incoming {

        /** The same, too late to be acknowledged. */
        public Tap stale() {
            return new Tap(updateId, from, chatId, messageId, "", data);
        }

        public boolean isStale() {
            return tapId.isEmpty();
        }
    }

    /** The person has blocked the bot, or let it in again. */
    record Reachability(long updateId, Sender from, long chatId, boolean reachable) implements Incoming {}

    /** A picture, a sticker, a voice message: nothing that words answer. */
    record Unreadable(long updateId, Sender from, long chatId) implements Incoming {}

    /** What is none of ours: a message in a group, a kind of update that was not asked for. */
    record Ignored(long updateId, Sender from, long chatId) implements Incoming {}
}
