package org.panfeng.telegram;

import java.io.IOException;

/** Something answered in the Bot API's place, or the Bot API in a form that is not its own: a gateway's page, half an answer, nothing. */
final class Unintelligible extends IOException {
    private static final long serialVersionUID = 1;

    private final String words;

    /**
     * @param words what is wrong with the answer, without the answer
     */
    Unintelligible(String words) {
        super(words);
        this.words = words;
    }

    String words() {
        return words;
    }
}
