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
        long id,
        Lane lane,
        long chatId,
        Outgoing outgoing,
        Topic topic,
        int attempts,
        int parts,
        boolean isDisposable) {}
