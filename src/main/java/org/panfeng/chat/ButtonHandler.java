package org.panfeng.chat;

/** Reacts to the buttons whose data begins with its prefix and a colon. */
public interface ButtonHandler {
    String prefix();

    void pressed(Turn turn, ButtonData data);
}
