package org.panfeng.study;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.panfeng.programme.Lesson;
import org.panfeng.programme.Question;

/**
 * What a study day asks of everybody: something to read, and questions under the numbers by which the answers to them are stored. In a
 * review a number is missing once its question is gone.
 *
 * @param lesson the reading, and the questions without their numbers
 * @param questions at least one
 */
record Assignment(Lesson lesson, SortedMap<Integer, Asked> questions) {

    /**
     * @param from the lesson an old question comes from; empty where the reading is that lesson
     */
    record Asked(Question question, Optional<Lesson> from) {}

    Assignment {
        questions = Collections.unmodifiableSortedMap(new TreeMap<>(questions));
        if (questions.isEmpty()) {
            throw new IllegalArgumentException(lesson.id() + " asks nothing");
        }
    }

    static Assignment of(Lesson lesson) {
        SortedMap<Integer, Asked> questions = new TreeMap<>();
        for (Question question : lesson.questions()) {
            questions.put(questions.size(), new Asked(question, Optional.empty()));
        }
        return new Assignment(lesson, questions);
    }

    String id() {
        return lesson.id();
    }

    int size() {
        return questions.size();
    }

    Optional<Asked> asked(int number) {
        return Optional.ofNullable(questions.get(number));
    }

    Optional<Question> question(int number) {
        return asked(number).map(Asked::question);
    }

    /** How many questions come before this one. */
    int before(int number) {
        return questions.headMap(number).size();
    }

    /** The first question without an answer. */
    Optional<Integer> next(Collection<Answer> answers) {
        List<Integer> answered = answers.stream().map(Answer::question).toList();
        return questions.keySet().stream()
                .filter(number -> !answered.contains(number))
                .findFirst();
    }

    /** How many of the questions are answered right; answers to what is gone do not count. */
    long right(Collection<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.isCorrect() && questions.containsKey(answer.question()))
                .count();
    }
}
