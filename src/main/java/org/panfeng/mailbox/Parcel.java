package org.panfeng.mailbox;

/**
 * A posted piece of mail.
 *
 * @param chatId the chat it is for; 0 for what belongs to no chat
 * @param attempts how often it has been tried, this time included
 * @param parts how many pieces of a document have arrived in earlier attempts
 * @param isDisposable nobody asks for it again once it has arrived
 */
public record Parcel(
        Place place,
        Lane lane,
        long chatId,
        Outgoing outgoing,
        Topic topic,
        int attempts,
        int parts,
        boolean isDisposable) {

    /** Where it is written down. */
    public sealed interface Place {}

    /** In the outbox, a row of its own. */
    public record OwnRow(long id) implements Place {}

    /**
     * Together with others that were posted in the same transaction.
     *
     * @param number from 0
     * @param of how many there were at first
     */
    public record InBundle(long bundle, int number, int of) implements Place {}

    /**
     * The row in the outbox.
     *
     * @throws IllegalStateException when it has none of its own
     */
    long id() {
        if (place instanceof OwnRow row) {
            return row.id();
        }
        throw new IllegalStateException(place + " is no row of the outbox");
    }

    /** The same, in a row of its own. */
    Parcel in(OwnRow row) {
        return new Parcel(row, lane, chatId, outgoing, topic, attempts, parts, isDisposable);
    }
}
