package org.panfeng.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.panfeng.batch.Memo;
import org.panfeng.programme.Lesson;
import org.panfeng.programme.Syllabus;

/**
 * What is studied on a day: the first lesson that never was, and where none is left a review. Chosen when first asked for, the same for
 * everybody from then on.
 */
final class LessonPlan {
    private final ProgrammeDays days;
    private final Syllabus syllabus;
    private final Reviews reviews;
    private final OldQuestions oldQuestions;
    private final Memo<String, Optional<Assignment>> byId = new Memo<>();

    LessonPlan(ProgrammeDays days, Syllabus syllabus, Reviews reviews, OldQuestions oldQuestions) {
        this.days = days;
        this.syllabus = syllabus;
        this.reviews = reviews;
        this.oldQuestions = oldQuestions;
    }

    Lesson lessonOf(LocalDate day) {
        return of(day).lesson();
    }

    Assignment of(LocalDate day) {
        return days.lessonOf(day).flatMap(this::withId).orElseGet(() -> {
            Assignment chosen = choose(day);
            days.choose(day, chosen.id());
            return chosen;
        });
    }

    /** Lets this be the lesson of a day that has none yet. */
    void choose(LocalDate day, String lessonId) {
        if (days.lessonOf(day).isEmpty()) {
            days.choose(day, lessonId);
        }
    }

    /** The lesson or review with this id; empty where it was taken away. */
    Optional<Assignment> withId(String id) {
        return byId.of(id, () -> read(id));
    }

    private Optional<Assignment> read(String id) {
        return Review.is(id)
                ? Review.of(id, reviews.of(id), syllabus)
                : syllabus.lesson(id).map(Assignment::of);
    }

    private Assignment choose(LocalDate day) {
        List<Lesson> unstudied = syllabus.unstudied(days.lessons(day).values());
        return unstudied.isEmpty() ? review(day) : Assignment.of(unstudied.get(0));
    }

    /** The day's review: another one only where nothing is left of the one there was. */
    private Assignment review(LocalDate day) {
        for (int ordinal = 1; ; ordinal++) {
            String id = Review.id(day, ordinal);
            if (reviews.of(id).isEmpty()) {
                reviews.add(id, ReviewChoice.of(oldQuestions.before(day)));
            }
            // Read back, because somebody else may have written it first.
            Optional<Assignment> review = read(id);
            if (review.isPresent()) {
                return review.get();
            }
        }
    }
}
