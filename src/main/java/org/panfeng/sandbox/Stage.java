package org.panfeng.sandbox;

/** What somebody at the page can move besides the chats. */
public interface Stage {

    OfficeClock clock();

    /** Stops the bot and starts it again, as after a power cut; returns when it is receiving again. */
    void restartBot();
}
