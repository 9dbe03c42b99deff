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

    /** A name cut to what a button shows. */
    static String shortened(String label) {
        return label.codePointCount(0, label.length()) <= 24
                ? label
                : label.substring(0, label.offsetByCodePoints(0, 23)) + "…";
    }
}
