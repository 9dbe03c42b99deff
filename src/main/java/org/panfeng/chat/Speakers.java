package org.panfeng.chat;

import java.util.Collection;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Sender;

/** Knows the people behind the senders. */
public interface Speakers {
    Speaker of(Sender sender);

    /** Reads for the present batch who these are. */
    void foresee(Collection<Sender> senders);

    /** The person has blocked the bot, or is back. */
    void reachability(Incoming.Reachability change, Turn turn);
}
