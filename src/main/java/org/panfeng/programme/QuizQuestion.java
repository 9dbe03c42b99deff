package org.panfeng.programme;

import java.util.List;
import java.util.Set;
import org.panfeng.programme.Question.Wording;

/**
 * A question as it stands in the file of one language.
 *
 * @param line of the prompt
 * @param right the numbers of the options that are marked, from 0
 * @param accepted the answers that may be typed, only for {@link Kind#SHORT_ANSWER}
 */
record QuizQuestion(int line, Kind kind, Wording wording, Set<Integer> right, List<String> accepted) {
    enum Kind {
        SINGLE_CHOICE("a single choice"),
        MULTIPLE_CHOICE("a multiple choice"),
        TRUE_FALSE("true or false"),
        SHORT_ANSWER("a short answer"),
        /** Its mistakes are among the findings already. */
        BROKEN("broken");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
