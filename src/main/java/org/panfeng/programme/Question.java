package org.panfeng.programme;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.panfeng.chat.Language;

/**
 * One question of a lesson's quiz, in every language the lesson has. Options are numbered from 0 in the order in which the
 * author wrote them, the same in every language.
 */
public sealed interface Question {

    /** What the answer to this question must contain, per language: the prompt and the reason why the right answer is right. */
    record Wording(String prompt, List<String> options, String explanation) {
        public Wording {
            options = List.copyOf(options);
        }
    }

    Map<Language, Wording> wordings();

    /** The wording in this language, or in the one the author wrote. */
    default Wording in(Language language) {
        Wording wording = wordings().get(language);
        return wording != null ? wording : wordings().values().iterator().next();
    }

    /** Whether every wording has the options that are right, and at least one that is not. */
    private static void check(Map<Language, Wording> wordings, Set<Integer> right) {
        for (Wording wording : wordings.values()) {
            int options = wording.options().size();
            if (right.isEmpty() || right.size() >= options || !right.stream().allMatch(i -> i >= 0 && i < options)) {
                throw new IllegalArgumentException("of " + options + " options, right are those numbered " + right);
            }
        }
    }

    /** Exactly one of two to six options is right. */
    record SingleChoice(Map<Language, Wording> wordings, int right) implements Question {
        public SingleChoice {
            wordings = Map.copyOf(wordings);
            check(wordings, Set.of(right));
        }
    }

    /** Two or more of the options are right; an answer is right when it names exactly these. */
    record MultipleChoice(Map<Language, Wording> wordings, Set<Integer> right) implements Question {
        public MultipleChoice {
            wordings = Map.copyOf(wordings);
            right = Set.copyOf(right);
            check(wordings, right);
        }
    }

    /** A statement that is true or false; its wordings have no options. */
    record TrueFalse(Map<Language, Wording> wordings, boolean right) implements Question {
        public TrueFalse {
            wordings = Map.copyOf(wordings);
        }
    }

    /** A few typed words; right when they equal one of the accepted answers of any language, as {@code ShortAnswers} compares. */
    record ShortAnswer(Map<Language, Wording> wordings, Map<Language, List<String>> accepted) implements Question {
        public ShortAnswer {
            wordings = Map.copyOf(wordings);
            accepted = Map.copyOf(accepted);
        }

        /** Whether what a person typed is one of the accepted answers, in whatever language. */
        public boolean accepts(String typed) {
            return accepted.values().stream()
                    .flatMap(List::stream)
                    .anyMatch(answer -> ShortAnswers.equal(typed, answer));
        }
    }
}
