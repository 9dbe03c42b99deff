package org.panfeng.bench.botapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A person's chat with the bot: what was said last, and what is still to be answered. */
final class Chat {
    final long id;
    final Gate gate;
    final Map<String, Integer> bulk = new HashMap<>(2);
    boolean isBlocked;
    boolean isPlayed;
    /** The buttons of the newest question, and the message they are below. */
    List<Call.Button> question = List.of();

    /** The newest buttons of whatever message. */
    List<Call.Button> buttons = List.of();

    int questionMessage;
    int buttonsMessage;
    long wroteAt = Long.MIN_VALUE;
    boolean pressedLast = true;
    /** The press that has no answer yet; empty for none. */
    String query = "";

    /** Whether that press is an answer to a question, which must not be lost once it is confirmed. */
    boolean isAnswering;

    boolean awaitsMessage;

    Chat(long id, Gate gate) {
        this.id = id;
        this.gate = gate;
    }

    boolean isAnswered() {
        return query.isEmpty() && !awaitsMessage;
    }

    /** Takes what the bot sent or changed. */
    void sees(Call call, int message) {
        if (call.buttons().isEmpty()) {
            return;
        }
        buttons = call.buttons();
        buttonsMessage = message;
        List<Call.Button> quiz = call.buttons().stream()
                .filter(button -> button.data().startsWith("quiz:"))
                .toList();
        if (!quiz.isEmpty()) {
            question = quiz;
            questionMessage = message;
        }
    }
}
