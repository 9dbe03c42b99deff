package org.panfeng.telegram;

import java.io.IOException;

/** The Bot API answered, with an error. */
public final class Refusal extends IOException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final int retryAfter;
    private final String words;

    Refusal(int code, String description, int retryAfter) {
        super(code + " " + description);
        this.words = code + " " + description;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** The token is not, or no longer, a bot's. */
    public boolean isOfToken() {
        return code == 401 || code == 404;
    }

    /** The code and what the Bot API says to it. */
    public String words() {
        return words;
    }

    boolean isConflict() {
        return code == 409;
    }

    /** Seconds to wait before the next request; 0 where none are named. */
    int retryAfter() {
        return retryAfter;
    }
}
