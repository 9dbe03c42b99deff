package org.panfeng.study;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.panfeng.chat.Language;
import org.panfeng.chat.Markdown;
import org.panfeng.chat.Texts;
import org.panfeng.programme.Lesson;
import org.panfeng.programme.Question;
import org.panfeng.programme.Syllabus;
import org.panfeng.study.Assignment.Asked;

/** A quiz of old questions for a day without a new lesson. It goes about as a lesson whose name no file can have. */
final class Review {
    private static final String PREFIX = "review-";

    private Review() {}

    /**
     * What tasks and days know a review by.
     *
     * @param ordinal counted from 1; more than one where all that the first asked has been taken away on its day
     */
    static String id(LocalDate day, int ordinal) {
        return PREFIX + day + (ordinal == 1 ? "" : "-" + ordinal);
    }

    static boolean is(String lessonId) {
        return lessonId.startsWith(PREFIX);
    }

    /** The review as it can be asked now: without the questions that have been taken away, and empty where none is left. */
    static Optional<Assignment> of(String id, List<QuestionRef> refs, Syllabus syllabus) {
        SortedMap<Integer, Asked> questions = new TreeMap<>();
        for (int number = 0; number < refs.size(); number++) {
            Optional<Asked> asked = asked(refs.get(number), syllabus);
            if (asked.isPresent()) {
                questions.put(number, asked.get());
            }
        }
        return questions.isEmpty()
                ? Optional.empty()
                : Optional.of(new Assignment(lesson(id, List.copyOf(questions.values())), questions));
    }

    private static Optional<Asked> asked(QuestionRef ref, Syllabus syllabus) {
        return syllabus.lesson(ref.lessonId())
                .filter(lesson -> ref.number() < lesson.questions().size())
                .map(lesson -> new Asked(lesson.questions().get(ref.number()), Optional.of(lesson)));
    }

    private static Lesson lesson(String id, List<Asked> asked) {
        List<Question> questions = asked.stream().map(Asked::question).toList();
        List<Lesson> from = asked.stream()
                .flatMap(question -> question.from().stream())
                .distinct()
                .toList();
        Map<Language, Lesson.Reading> readings = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            readings.put(language, reading(from, language));
        }
        // Half a minute a question; there is next to nothing to read.
        int minutes = (questions.size() + 1) / 2;
        return new Lesson(id, from.get(0).theme(), minutes, readings, questions);
    }

    private static Lesson.Reading reading(List<Lesson> from, Language language) {
        String titles = from.stream()
                .map(lesson -> "- "
                        + Texts.plain(
                                language,
                                "review.lesson",
                                Markdown.escape(lesson.in(language).title()),
                                Texts.plain(language, LessonMessage.theme(lesson.theme()))))
                .collect(Collectors.joining("\n"));
        return new Lesson.Reading(
                Texts.plain(language, "review.title"), Texts.plain(language, "review.reading") + "\n\n" + titles, "");
    }
}
