package org.panfeng.sandbox.tour;

/** Something that the story needs did not come; the message says what, for whom, and what the chat has instead. */
public final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1;

    Missing(String words) {
        super(words);
    }
}
