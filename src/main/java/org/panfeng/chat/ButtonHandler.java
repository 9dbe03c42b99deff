package org.panfeng.chat;

import java.util.List;
import org.panfeng.mailbox.Sender;

/** Reacts to the buttons whose data begins with its prefix and a colon. */
public interface ButtonHandler {
    String prefix();

    /** A tap that is about to be handled. */
    record Tap(Sender from, ButtonData data) {}

    /** Hears of all taps in a batch before the first of them is handled: the chance to read at once what they need. */
    default void foresee(List<Tap> taps) {}

    void pressed(Turn turn, ButtonData data);
}
