package org.panfeng.people;

import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;

/** Somebody's streak before and after something was done about their leave. */
record StreakChange(StreakState before, StreakState after) {
    static final StreakChange NONE = new StreakChange(new StreakState(0, 0), new StreakState(0, 0));

    /**
     * What ends a message, the days and the freezes on a line each; nothing where they are what they were.
     *
     * @param key of a text with both numbers of days
     */
    Html line(Language language, String key) {
        String days =
                before.days() == after.days() ? "" : "\n" + Texts.html(language, key, before.days(), after.days());
        String freezes = before.freezes() == after.freezes()
                ? ""
                : "\n" + Texts.html(language, "leave.freezes", before.freezes(), after.freezes());
        return new Html(days + freezes);
    }
}
