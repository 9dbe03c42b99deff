package org.panfeng.people;

import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;

/** Somebody's streak before and after something was done about their leave. */
record StreakChange(int before, int after) {
    static final StreakChange NONE = new StreakChange(0, 0);

    /**
     * A line of its own that ends a message; nothing where the streak is what it was.
     *
     * @param key of a text with both numbers
     */
    Html line(Language language, String key) {
        return new Html(before == after ? "" : "\n" + Texts.html(language, key, before, after));
    }
}
