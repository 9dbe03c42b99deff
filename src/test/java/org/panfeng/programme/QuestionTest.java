package org.panfeng.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.panfeng.chat.Language;
import org.panfeng.programme.Question.Wording;

class QuestionTest {
    private static final Map<Language, Wording> TWO_OPTIONS =
            Map.of(Language.EN, new Wording("Which?", List.of("this", "that"), "Because."));

    @Test
    void theRightAnswerIsOneOfTheOptions() {
        assertThat(new Question.SingleChoice(TWO_OPTIONS, 1).right()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Question.SingleChoice(TWO_OPTIONS, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Question.SingleChoice(TWO_OPTIONS, -1));
    }

    @Test
    void notEveryOptionIsRightAndNotNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Question.MultipleChoice(TWO_OPTIONS, Set.of(0, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Question.MultipleChoice(TWO_OPTIONS, Set.of()));
    }

    @Test
    void aMissingLanguageIsAnsweredInTheOneTheAuthorWrote() {
        Question question = new Question.SingleChoice(TWO_OPTIONS, 0);
        assertThat(question.in(Language.ZH)).isEqualTo(question.in(Language.EN));
    }

    @Test
    void aLessonHasSomethingToReadAndSomethingToAsk() {
        Map<Language, Lesson.Reading> readings = Map.of(Language.EN, new Lesson.Reading("Title", "Text.", ""));
        List<Question> questions = List.of(new Question.SingleChoice(TWO_OPTIONS, 0));
        Lesson lesson = new Lesson("01-a", Theme.CONDUCT, 3, readings, questions);
        assertThat(lesson.in(Language.ZH).title()).isEqualTo("Title");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lesson("01-a", Theme.CONDUCT, 3, Map.of(), questions));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lesson("01-a", Theme.CONDUCT, 3, readings, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lesson("01-a", Theme.CONDUCT, 0, readings, questions));
    }
}
