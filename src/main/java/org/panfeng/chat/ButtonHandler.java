package org.panfeng.chat;

import java.util.List;

/** Reacts to the buttons whose data begins with its prefix and a colon. */
public interface ButtonHandler {
    String prefix();

    /** Who may press them; the others are told so, whatever their client sends. */
    default Role pressedBy() {
        return Role.GUEST;
    }

    /**
     * Hears of all that is pressed in a batch before the first of it is handled: the chance to read at once what it needs. Here, too, a
     * client can send anything; what is not as it should be is left out.
     */
    default void foresee(List<ButtonData> pressed) {}

    void pressed(Turn turn, ButtonData data);
}
