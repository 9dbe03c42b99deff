package org.panfeng.telegram;

import java.util.Locale;

/** What Telegram takes a file for: its id of a photo is none of a document. */
enum FileKind {
    PHOTO,
    DOCUMENT;

    /** As the database has it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
