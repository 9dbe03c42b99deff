package org.panfeng.storage;

/** A database has lost something, or is not the one that was used here; the way on is a backup. */
public final class Damaged extends Unusable {
    private static final long serialVersionUID = 1;

    Damaged(String words) {
        super(words);
    }
}
