package org.panfeng.sandbox;

/** Something that became visible in a person's chat. */
public sealed interface Event {

    /** The chat, which is also the person. */
    long chatId();

    /** A message of the bot or of the person. */
    record Sent(long chatId, Message message) implements Event {}

    record Edited(long chatId, Message message) implements Event {}

    record Deleted(long chatId, int messageId) implements Event {}

    record Answered(long chatId, Toast toast) implements Event {}

    /** The bot is busy; the action is Telegram's name for what it does, such as {@code typing}. */
    record Typing(long chatId, String action) implements Event {}

    /** Somebody has read the chat up to this message. */
    record Read(long chatId, int upTo) implements Event {}

    record Blocked(long chatId, boolean isBlocked) implements Event {}

    /** There is somebody new. */
    record Joined(long chatId) implements Event {}

    /** The command menu of this person may have changed. */
    record Menu(long chatId) implements Event {}
}
