package org.panfeng.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;
import org.panfeng.programme.Question;

/** How a question looks while it is open, and once it is answered. */
final class QuestionMessage {
    private final Question question;
    private final Language language;
    private final Question.Wording wording;
    private final String heading;
    private final String origin;

    /**
     * @param heading the line above the question, as HTML
     */
    QuestionMessage(Question question, Language language, String heading) {
        this(question, language, heading, "");
    }

    /**
     * @param origin the line below the explanation that says where the question comes from, as HTML; empty for none
     */
    QuestionMessage(Question question, Language language, String heading, String origin) {
        this.question = question;
        this.language = language;
        this.wording = question.in(language);
        this.heading = heading;
        this.origin = origin;
    }

    /** The line above the questions of a quiz: which one it is and of what kind. */
    static String heading(Question question, int number, int of, Language language) {
        return Texts.html(
                language, "quiz.heading", number + 1, of, Texts.plain(language, "quiz.kind." + kind(question)));
    }

    private static String kind(Question question) {
        if (question instanceof Question.SingleChoice) {
            return "single";
        } else if (question instanceof Question.MultipleChoice) {
            return "multiple";
        }
        return question instanceof Question.TrueFalse ? "true-false" : "short";
    }

    Content open() {
        return open("");
    }

    /**
     * @param above a line that stands above it, as HTML
     */
    Content open(String above) {
        StringBuilder html = new StringBuilder(above).append(prompt());
        List<String> options = wording.options();
        for (int i = 0; i < options.size(); i++) {
            html.append(i == 0 ? "\n\n" : "\n").append(option(i));
        }
        if (question instanceof Question.ShortAnswer) {
            html.append("\n\n").append(Texts.html(language, "quiz.type-answer"));
        }
        return Content.html(html.toString());
    }

    /**
     * The buttons of an open question.
     *
     * @param ticked the options ticked so far, where several may be
     * @param data what the button of an option carries; for true and false, option 1 is true and 0 is false
     * @param submit what the button that hands in the ticks carries
     */
    Keyboard keyboard(Set<Integer> ticked, IntFunction<String> data, String submit) {
        if (question instanceof Question.ShortAnswer) {
            return Keyboard.NONE;
        }
        if (question instanceof Question.TrueFalse) {
            return Keyboard.row(
                    new Button(Texts.plain(language, "quiz.true"), data.apply(1)),
                    new Button(Texts.plain(language, "quiz.false"), data.apply(0)));
        }
        List<Button> letters = new ArrayList<>();
        for (int i = 0; i < wording.options().size(); i++) {
            letters.add(new Button(Grading.letter(i) + (ticked.contains(i) ? " ✓" : ""), data.apply(i)));
        }
        Keyboard keyboard = new Keyboard(List.of(letters));
        return question instanceof Question.MultipleChoice
                ? keyboard.and(Keyboard.row(new Button(Texts.plain(language, "quiz.submit"), submit)))
                : keyboard;
    }

    /** The question with the verdict: what was chosen, what is right, and why. */
    Content answered(Answer answer) {
        StringBuilder html = prompt();
        List<String> options = wording.options();
        for (int i = 0; i < options.size(); i++) {
            html.append(i == 0 ? "\n\n" : "\n").append(mark(i, answer)).append(option(i));
        }
        String verdict = answer.isCorrect() ? "quiz.right" : "quiz.wrong";
        html.append("\n\n")
                .append(Texts.html(
                        language,
                        verdict,
                        Grading.given(question, answer, language),
                        Grading.right(question, language)));
        html.append("\n").append(Texts.html(language, "quiz.why", wording.explanation()));
        if (!origin.isEmpty()) {
            html.append("\n").append(origin);
        }
        return Content.html(html.toString());
    }

    private StringBuilder prompt() {
        return new StringBuilder(heading)
                .append("\n\n<b>")
                .append(Html.escape(wording.prompt()))
                .append("</b>");
    }

    private String option(int option) {
        return Grading.letter(option) + ". " + Html.of(wording.options().get(option));
    }

    private String mark(int option, Answer answer) {
        if (Grading.right(question, language).indexOf(Grading.letter(option)) >= 0) {
            return "✅ ";
        }
        return answer.given().contains(Grading.letter(option)) ? "❌ " : "▫️ ";
    }
}
