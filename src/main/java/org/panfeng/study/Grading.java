package org.panfeng.study;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.programme.Question;

/** Whether an answer is right, and how right and given answers are written. */
final class Grading {
    private Grading() {}

    /** The letter by which people know an option. */
    static String letter(int option) {
        return String.valueOf((char) ('A' + option));
    }

    static String letters(Set<Integer> options) {
        return options.stream().sorted().map(Grading::letter).collect(Collectors.joining());
    }

    /** The options that a bit mask of ticks stands for. */
    static Set<Integer> ticked(int mask, int options) {
        return IntStream.range(0, options)
                .filter(option -> (mask & (1 << option)) != 0)
                .boxed()
                .collect(Collectors.toCollection(HashSet::new));
    }

    static Answer single(int number, Question.SingleChoice question, int chosen) {
        return new Answer(number, letter(chosen), chosen == question.right());
    }

    static Answer multiple(int number, Question.MultipleChoice question, Set<Integer> chosen) {
        return new Answer(number, letters(chosen), chosen.equals(question.right()));
    }

    static Answer trueFalse(int number, Question.TrueFalse question, boolean chosen) {
        return new Answer(number, chosen ? "T" : "F", chosen == question.right());
    }

    static Answer typed(int number, Question.ShortAnswer question, String words) {
        String kept =
                words.substring(0, words.offsetByCodePoints(0, Math.min(100, words.codePointCount(0, words.length()))));
        return new Answer(number, kept, question.accepts(words));
    }

    /** The right answer as a person reads it: letters, true or false, or the words. */
    static String right(Question question, Language language) {
        if (question instanceof Question.SingleChoice single) {
            return letter(single.right());
        } else if (question instanceof Question.MultipleChoice multiple) {
            return letters(multiple.right());
        } else if (question instanceof Question.TrueFalse trueFalse) {
            return truth(trueFalse.right(), language);
        }
        Map<Language, List<String>> accepted = ((Question.ShortAnswer) question).accepted();
        return accepted.getOrDefault(language, accepted.values().iterator().next())
                .get(0);
    }

    /** A given answer as a person reads it. */
    static String given(Question question, Answer answer, Language language) {
        return question instanceof Question.TrueFalse ? truth(answer.given().equals("T"), language) : answer.given();
    }

    private static String truth(boolean value, Language language) {
        return Texts.plain(language, value ? "quiz.true" : "quiz.false");
    }
}
