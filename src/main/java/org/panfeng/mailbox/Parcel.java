package org.panfeng.mailbox;

/**
 * A posted piece of mail.
 *
 * @param chatId the chat it is for; 0 for what belongs to no chat
 * @param attempts how often it has been tried, this time included
 */
public record Parcel(long id, Lane lane, long chatId, Outgoing outgoing, Topic topic, int attempts) {}
