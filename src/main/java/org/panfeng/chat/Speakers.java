package org.panfeng.chat;

import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Sender;

/** Knows the people behind the senders. */
public interface Speakers {
    Speaker of(Sender sender);

    /** The person has blocked the bot, or is back. */
    void reachability(Incoming.Reachability change, Turn turn);
}
