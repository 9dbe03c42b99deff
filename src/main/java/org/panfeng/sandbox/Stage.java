package org.panfeng.sandbox;

import java.util.List;

/** What somebody at the page can move besides the chats. */
public interface Stage {

    OfficeClock clock();

    /**
     * Lets the bot talk to these people in this language, as if they had chosen it, so that the page and the chats speak alike.
     *
     * @param language {@code zh} or {@code en}
     */
    void speak(List<Person> people, String language);

    /** Stops the bot and starts it again, as after a power cut; returns when it is receiving again. */
    void restartBot();
}
