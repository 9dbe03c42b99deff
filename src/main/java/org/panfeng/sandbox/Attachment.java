package org.panfeng.sandbox;

import java.time.Duration;

/** Something other than text that a person sends. */
public sealed interface Attachment {

    /** A PNG or a JPEG of at most 10 MB. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Photo(byte[] image, String caption) implements Attachment {}

    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Document(String name, String mimeType, byte[] content, String caption) implements Attachment {}

    record Sticker(String emoji) implements Attachment {}

    record Voice(Duration length) implements Attachment {}
}
