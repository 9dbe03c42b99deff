package org.panfeng.programme;

import java.util.List;
import org.panfeng.programme.QuizQuestion.Kind;

/** Whether two files tell the same lesson in two languages: colleagues who read different ones are asked the same questions. */
final class Translations {
    private final LessonFile original;
    private final LessonFile translation;
    private final List<Finding> findings;

    private Translations(LessonFile original, LessonFile translation, List<Finding> findings) {
        this.original = original;
        this.translation = translation;
        this.findings = findings;
    }

    static void compare(LessonFile original, LessonFile translation, List<Finding> findings) {
        new Translations(original, translation, findings).compare();
    }

    private void compare() {
        FrontMatter front = original.front();
        FrontMatter other = translation.front();
        if (front.theme() != null && other.theme() != null && front.theme() != other.theme()) {
            differ(other.themeLine(), front.themeLine(), "the theme is not the same");
        }
        int questions = original.quiz().size();
        int others = translation.quiz().size();
        if (questions != others && questions > 0 && others > 0) {
            differ(
                    translation.quiz().get(others - 1).line(),
                    original.quiz().get(questions - 1).line(),
                    "the quiz has %d questions and not %d".formatted(others, questions));
            return;
        }
        for (int i = 0; i < Math.min(questions, others); i++) {
            compare(i + 1, original.quiz().get(i), translation.quiz().get(i));
        }
    }

    private void compare(int number, QuizQuestion one, QuizQuestion other) {
        if (one.kind() == Kind.BROKEN || other.kind() == Kind.BROKEN) {
            return;
        }
        String question = "question " + number;
        int options = one.wording().options().size();
        int others = other.wording().options().size();
        if (one.kind() != other.kind()) {
            differ(other.line(), one.line(), "%s is %s and not %s".formatted(question, other.kind(), one.kind()));
        } else if (options != others) {
            differ(other.line(), one.line(), "%s has %d options and not %d".formatted(question, others, options));
        } else if (!one.right().equals(other.right())) {
            differ(other.line(), one.line(), question + " does not have the same right answer");
        }
    }

    private void differ(int line, int originalLine, String what) {
        findings.add(translation.file().finding(line, what + " as at " + original.placeOf(originalLine)));
    }
}
