package org.panfeng.people;

import java.time.LocalDate;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Keyboard.Button;

/**
 * Somebody looks at leave: their own, or an admin at that of another person.
 *
 * @param person whose leave it is
 * @param isOwn whether they look at it themselves
 * @param language of whoever looks
 * @param today in the programme
 */
record LeaveVisit(Person person, boolean isOwn, Language language, LocalDate today) {

    /** The data of a button that leads on from here. */
    String data(String verb, Object... words) {
        StringBuilder data = new StringBuilder(
                LeaveButtons.PREFIX + ":" + verb + ":" + person.id().value());
        for (Object word : words) {
            data.append(':').append(word);
        }
        return data.toString();
    }

    Button button(String key, String data) {
        return new Button(Texts.plain(language, key), data);
    }

    /**
     * The key of one text for one's own leave, another where it is somebody else's.
     *
     * @param stem of the key, with its last dot
     */
    String key(String stem) {
        return stem + (isOwn ? "own" : "of");
    }
}
