package org.panfeng.people;

import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;

/** Shorthands for what this package says. */
final class Messages {
    private Messages() {}

    static Content html(Language language, String key, Object... args) {
        return Content.html(Texts.html(language, key, args));
    }
}
