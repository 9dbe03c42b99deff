package org.panfeng;

/** Something outside Panfeng keeps it from running; the message says what, and what to do, in the operator's words. */
final class CannotRun extends Exception {
    private static final long serialVersionUID = 1;

    private final String words;

    CannotRun(String words) {
        super(words);
        this.words = words;
    }

    String words() {
        return words;
    }
}
