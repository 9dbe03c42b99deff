package org.panfeng.telegram;

import java.io.IOException;

/** Of a document in several pieces the first ones have arrived, and the next one failed. */
final class PartlySent extends IOException {
    private static final long serialVersionUID = 1;

    private final int parts;

    PartlySent(int parts, Throwable cause) {
        super(cause);
        this.parts = parts;
    }

    /** How many pieces have arrived. */
    int parts() {
        return parts;
    }

    static int of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PartlySent partly) {
                return partly.parts();
            }
        }
        return 0;
    }
}
