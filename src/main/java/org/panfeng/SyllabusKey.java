package org.panfeng;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.programme.Question;
import org.panfeng.programme.Syllabus;
import org.panfeng.sandbox.AnswerKey;

/** What the sandbox's people know: the lessons. */
record SyllabusKey(Syllabus syllabus) implements AnswerKey {
    @Override
    public List<String> rightFor(String message) {
        return syllabus.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .flatMap(question -> question.wordings().entrySet().stream()
                        .filter(wording -> message.contains(wording.getValue().prompt()))
                        .map(wording -> right(question, wording)))
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> right(Question question, Map.Entry<Language, Question.Wording> asked) {
        Language language = asked.getKey();
        if (question instanceof Question.SingleChoice single) {
            return letters(Set.of(single.right()));
        } else if (question instanceof Question.MultipleChoice multiple) {
            return letters(multiple.right());
        } else if (question instanceof Question.TrueFalse trueFalse) {
            return List.of(Texts.plain(language, trueFalse.right() ? "quiz.true" : "quiz.false"));
        }
        Map<Language, List<String>> accepted = ((Question.ShortAnswer) question).accepted();
        return accepted.getOrDefault(language, accepted.values().iterator().next())
                .subList(0, 1);
    }

    private static List<String> letters(Set<Integer> options) {
        return options.stream()
                .sorted()
                .map(option -> String.valueOf((char) ('A' + option)))
                .toList();
    }
}
