package org.panfeng.storage;

/** A database, or a copy of one, cannot be used; the message says why, and what to do, in the operator's words. */
public class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    private final String words;

    public Unusable(String words) {
        super(words);
        this.words = words;
    }

    public String words() {
        return words;
    }
}
