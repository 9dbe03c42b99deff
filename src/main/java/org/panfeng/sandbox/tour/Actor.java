package org.panfeng.sandbox.tour;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.panfeng.sandbox.AnswerKey;
import org.panfeng.sandbox.Message;
import org.panfeng.sandbox.Messenger;
import org.panfeng.sandbox.OpenQuestion;
import org.panfeng.sandbox.Person;

/** A person of the story: acts, and waits for what must come of it. What they do and see is written down. */
final class Actor {
    private static final String DONE = "🎉";
    private static final String WHY = "💡";

    private final Person person;
    private final Messenger messenger;
    private final AnswerKey key;
    private final Transcript transcript;
    private final Duration patience;
    private int seenUpTo;
    private @Nullable Message pressed;
    private boolean isTold = true;

    Actor(Person person, Messenger messenger, AnswerKey key, Transcript transcript, Duration patience) {
        this.person = person;
        this.messenger = messenger;
        this.key = key;
        this.transcript = transcript;
        this.patience = patience;
    }

    String name() {
        return person.name();
    }

    /** From here on only what is new counts as seen. */
    void looksUp() {
        seenUpTo =
                messenger.chat(person.id()).stream().mapToInt(Message::id).max().orElse(0);
        pressed = null;
    }

    void says(String words) {
        looksUp();
        tellAct(words);
        messenger.says(person.id(), words);
    }

    /** Presses the newest button whose label is this or begins with it. */
    void taps(String label) {
        Message message = messenger.chat(person.id()).stream()
                .filter(shown -> shown.button(label).isPresent())
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> missing("a button " + bracketed(label)));
        tellAct(bracketed(message.button(label).orElseThrow().label()));
        press(message, label);
    }

    private void press(Message message, String label) {
        looksUp();
        pressed = message;
        Message.Button button = message.button(label).orElseThrow();
        messenger.taps(person.id(), message.id(), button.data() == null ? "" : button.data());
    }

    /** Waits for a message, new or changed by the last press, that holds this text. */
    Message sees(String text) {
        Message message = await(shown -> shown.text().contains(text), "“" + text + "”");
        tell(message);
        return message;
    }

    /** Waits for a message with this button, and reads it all. */
    void reads(String button) {
        tell(await(shown -> shown.button(button).isPresent(), bracketed(button)));
    }

    /** Waits for a message with this button, and looks at how it begins. */
    void glancesAt(String button) {
        transcript.beginning(name(), await(shown -> shown.button(button).isPresent(), bracketed(button)));
    }

    /**
     * Does the quiz from its start button to the summary.
     *
     * @param wrong how many of the first questions to answer wrong
     * @param told how many of the questions are written down
     * @return the summary
     */
    Message studies(String start, int wrong, int told) {
        taps(start);
        for (int number = 0; ; number++) {
            Message next =
                    await(shown -> question(shown).isPresent() || shown.text().contains(DONE), "a question");
            isTold = number < told || question(next).isEmpty();
            tell(next);
            Optional<OpenQuestion> question = question(next);
            if (question.isEmpty()) {
                return next;
            }
            answer(next, question.get(), number < wrong);
            isTold = true;
        }
    }

    private Optional<OpenQuestion> question(Message message) {
        return message.text().contains(WHY) ? Optional.empty() : OpenQuestion.in(message, key);
    }

    private void answer(Message message, OpenQuestion question, boolean isWrong) {
        List<String> answer = isWrong ? question.wrong() : question.right();
        if (question.isTyped()) {
            says(answer.get(0));
        } else if (question.submit().isEmpty()) {
            tellAct(bracketed(answer.get(0)));
            press(message, answer.get(0));
        } else {
            tick(message, answer, question.submit().get());
        }
        sees(WHY);
    }

    private void tick(Message message, List<String> options, String submit) {
        tellAct(options.stream().map(Actor::bracketed).collect(Collectors.joining(" ")) + " " + bracketed(submit));
        Message ticked = message;
        for (String option : options) {
            press(ticked, option);
            ticked = await(shown -> shown.button(option + " ✓").isPresent(), bracketed(option + " ✓"));
        }
        press(ticked, submit);
    }

    private static String bracketed(String label) {
        return "[ " + label + " ]";
    }

    private Message await(Predicate<Message> wanted, String words) {
        Message before = pressed;
        try {
            return messenger.awaitMessage(
                    person.id(),
                    shown -> wanted.test(shown)
                            && (shown.id() > seenUpTo
                                    || (before != null && shown.id() == before.id() && !shown.equals(before))),
                    patience);
        } catch (IllegalStateException late) {
            throw missing(words);
        }
    }

    private Missing missing(String what) {
        String chat = messenger.chat(person.id()).stream()
                .map(message -> (message.fromBot() ? "  bot     │ " : "  person  │ ")
                        + message.text().replace("\n", "\n          │ ")
                        + message.buttons().stream()
                                .map(button -> " [" + button.label() + "]")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
        return new Missing(name() + " was to see " + what + " within " + patience.toSeconds()
                + " s, and did not. The chat has:\n" + chat);
    }

    private void tell(Message message) {
        if (isTold) {
            transcript.whole(name(), message);
        }
    }

    private void tellAct(String what) {
        if (isTold) {
            transcript.acts(name(), what);
        }
    }
}
