package org.panfeng.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.panfeng.programme.Lesson;
import org.panfeng.programme.Syllabus;

/** The questions of the syllabus with their past, as far as a review wants to know it. */
final class OldQuestions {
    private final ProgrammeDays days;
    private final Syllabus syllabus;
    private final Reviews reviews;
    private final Results results;

    OldQuestions(ProgrammeDays days, Syllabus syllabus, Reviews reviews, Results results) {
        this.days = days;
        this.syllabus = syllabus;
        this.reviews = reviews;
        this.results = results;
    }

    /** All questions of the syllabus, in its order, as they stood before this day. */
    List<OldQuestion> before(LocalDate day) {
        Map<String, List<QuestionRef>> old = reviews.all();
        SortedMap<LocalDate, String> lessons = days.lessons(day);
        LocalDate latest = lessons.isEmpty() ? LocalDate.MIN : lessons.lastKey();
        Map<QuestionRef, List<LocalDate>> asked = new HashMap<>();
        lessons.forEach((on, lessonId) -> asked(lessonId, old)
                .forEach(ref ->
                        asked.computeIfAbsent(ref, first -> new ArrayList<>()).add(on)));
        Past past = new Past(asked, wrongShares(old), latest);
        return syllabus.lessons().stream()
                .flatMap(lesson -> past.of(lesson).stream())
                .toList();
    }

    private List<QuestionRef> asked(String lessonId, Map<String, List<QuestionRef>> old) {
        return Review.is(lessonId)
                ? old.getOrDefault(lessonId, List.of())
                : syllabus.lesson(lessonId).map(OldQuestions::refs).orElse(List.of());
    }

    private static List<QuestionRef> refs(Lesson lesson) {
        return IntStream.range(0, lesson.questions().size())
                .mapToObj(number -> new QuestionRef(lesson.id(), number))
                .toList();
    }

    /** The share of wrong answers to each question, in its lesson and in reviews. */
    private Map<QuestionRef, Double> wrongShares(Map<String, List<QuestionRef>> old) {
        Map<QuestionRef, long[]> counts = new HashMap<>();
        for (Results.Result result : results.all()) {
            List<QuestionRef> review = old.get(result.ref().lessonId());
            QuestionRef ref =
                    review == null ? result.ref() : review.get(result.ref().number());
            long[] count = counts.computeIfAbsent(ref, first -> new long[2]);
            count[0] += result.wrong();
            count[1] += result.answered();
        }
        Map<QuestionRef, Double> shares = new HashMap<>();
        counts.forEach((ref, count) -> shares.put(ref, (double) count[0] / count[1]));
        return shares;
    }

    /**
     * @param asked the days on which each question was asked, in their order
     * @param latest the latest day on which anything was asked
     */
    private record Past(Map<QuestionRef, List<LocalDate>> asked, Map<QuestionRef, Double> wrong, LocalDate latest) {

        List<OldQuestion> of(Lesson lesson) {
            LocalDate lessonLast = refs(lesson).stream()
                    .map(this::last)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return refs(lesson).stream()
                    .map(ref -> new OldQuestion(
                            ref,
                            lesson.theme(),
                            days(ref).size(),
                            last(ref),
                            lessonLast,
                            wrong.getOrDefault(ref, 0.0),
                            days(ref).contains(latest)))
                    .toList();
        }

        private List<LocalDate> days(QuestionRef ref) {
            return asked.getOrDefault(ref, List.of());
        }

        private LocalDate last(QuestionRef ref) {
            List<LocalDate> days = days(ref);
            return days.isEmpty() ? LocalDate.MIN : days.get(days.size() - 1);
        }
    }
}
