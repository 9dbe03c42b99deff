package org.panfeng.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.panfeng.programme.Theme;

/** Which old questions come back. */
class ReviewChoiceTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

    @Test
    void eachQuestionIsOfAnotherLessonAndAnotherTheme() {
        List<OldQuestion> all = Stream.of(
                        lesson("a", Theme.CONDUCT, 0, 3),
                        lesson("b", Theme.CONDUCT, 1, 3),
                        lesson("c", Theme.ABILITY, 2, 3),
                        lesson("d", Theme.STANDARDS, 3, 3),
                        lesson("e", Theme.INNOVATION, 4, 3))
                .flatMap(List::stream)
                .toList();
        assertThat(ReviewChoice.of(all)).extracting(QuestionRef::lessonId).containsExactly("a", "c", "d", "e");
    }

    @Test
    void theLessonThatRestedLongestComesFirst() {
        List<OldQuestion> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.addAll(lesson("lesson" + i, Theme.CONDUCT, 10 - i, 2));
        }
        assertThat(ReviewChoice.of(all))
                .extracting(QuestionRef::lessonId)
                .containsExactly("lesson5", "lesson4", "lesson3", "lesson2");
    }

    @Test
    void ofALessonComesWhatWasAskedLeastAndOfThatWhatMostGotWrong() {
        OldQuestion easy = question("a", 0, 1, 0.1);
        OldQuestion hard = question("a", 1, 1, 0.6);
        OldQuestion hardestButOften = question("a", 2, 2, 0.9);
        List<OldQuestion> all = new ArrayList<>(List.of(easy, hard, hardestButOften));
        all.addAll(lesson("b", Theme.ABILITY, 1, 1));
        all.addAll(lesson("c", Theme.STANDARDS, 1, 1));
        all.addAll(lesson("d", Theme.INNOVATION, 1, 1));
        assertThat(ReviewChoice.of(all)).startsWith(hard.ref()).doesNotContain(easy.ref(), hardestButOften.ref());
    }

    @Test
    void fewLessonsTakeTurns() {
        List<OldQuestion> all = new ArrayList<>(lesson("a", Theme.CONDUCT, 0, 4));
        all.addAll(lesson("b", Theme.CONDUCT, 1, 4));
        assertThat(ReviewChoice.of(all)).extracting(QuestionRef::lessonId).containsExactly("a", "b", "a", "b");
    }

    @Test
    void whatWasJustAskedWaitsEvenIfItIsTheOnlyOneOfItsTheme() {
        List<OldQuestion> all = new ArrayList<>(lesson("a", Theme.CONDUCT, 0, 4));
        all.add(new OldQuestion(new QuestionRef("b", 0), Theme.ABILITY, 1, MONDAY, MONDAY, 1, true));
        assertThat(ReviewChoice.of(all)).extracting(QuestionRef::lessonId).containsOnly("a");
    }

    @Test
    void whereTheLatestDayAskedEverythingOneQuestionRests() {
        assertThat(ReviewChoice.of(justAsked(1))).hasSize(1);
        assertThat(ReviewChoice.of(justAsked(2))).hasSize(1);
        assertThat(ReviewChoice.of(justAsked(4))).hasSize(3);
        assertThat(ReviewChoice.of(justAsked(5))).hasSize(4);
    }

    @Test
    void whereThereAreFewerThanFourAllOfThemAreAsked() {
        assertThat(new TreeSet<>(ReviewChoice.of(lesson("a", Theme.CONDUCT, 0, 3)).stream()
                        .map(QuestionRef::number)
                        .toList()))
                .containsExactly(0, 1, 2);
    }

    private static List<OldQuestion> justAsked(int count) {
        return lesson("a", Theme.CONDUCT, 0, count).stream()
                .map(old -> new OldQuestion(old.ref(), old.theme(), 1, old.last(), old.lessonLast(), 0, true))
                .toList();
    }

    private static List<OldQuestion> lesson(String id, Theme theme, int daysLater, int questions) {
        List<OldQuestion> all = new ArrayList<>();
        LocalDate last = MONDAY.plusDays(daysLater);
        for (int number = 0; number < questions; number++) {
            all.add(new OldQuestion(new QuestionRef(id, number), theme, 1, last, last, 0, false));
        }
        return all;
    }

    private static OldQuestion question(String lesson, int number, int times, double wrong) {
        return new OldQuestion(new QuestionRef(lesson, number), Theme.CONDUCT, times, MONDAY, MONDAY, wrong, false);
    }
}
