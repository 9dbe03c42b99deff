package org.panfeng.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.panfeng.sandbox.Message.Button;

/**
 * A question of the quiz as a person sees it, and the ways to answer it.
 *
 * @param right the labels to press, or the one text to type
 * @param options the labels of the options, empty where the answer is typed
 * @param submit the label that hands ticked options in, if there is one
 */
public record OpenQuestion(int messageId, List<String> right, List<String> options, Optional<String> submit) {

    private static final Set<String> TRUE_FALSE = Set.of("对", "错", "True", "False");
    private static final Set<String> SUBMIT = Set.of("提交", "Submit");
    private static final String TYPE_IT = "✍";

    /** The question that this message asks; empty if it asks none, or has been answered. */
    public static Optional<OpenQuestion> in(Message message, AnswerKey key) {
        List<String> labels = message.buttons().stream().map(Button::label).toList();
        List<String> options = labels.stream()
                .filter(label -> label.matches("[A-F]( ✓)?") || TRUE_FALSE.contains(label))
                .map(label -> label.replace(" ✓", ""))
                .toList();
        boolean isTyped = labels.isEmpty() && message.text().contains(TYPE_IT);
        if (!message.fromBot() || (options.isEmpty() && !isTyped)) {
            return Optional.empty();
        }
        List<String> right = key.rightFor(message.text());
        return right.isEmpty()
                ? Optional.empty()
                : Optional.of(new OpenQuestion(
                        message.id(),
                        right,
                        options,
                        labels.stream().filter(SUBMIT::contains).findFirst()));
    }

    public boolean isTyped() {
        return options.isEmpty();
    }

    /** An answer that is not right. */
    public List<String> wrong() {
        if (isTyped()) {
            return List.of("不知道");
        }
        Set<String> others = new LinkedHashSet<>(options);
        others.removeAll(right);
        if (submit.isEmpty()) {
            return List.of(others.iterator().next());
        }
        List<String> all = new ArrayList<>(right.subList(1, right.size()));
        all.add(others.iterator().next());
        return all;
    }
}
