package org.panfeng;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Attachments;
import org.panfeng.programme.Lesson;
import org.panfeng.programme.OfficeCalendar;
import org.panfeng.programme.Question;
import org.panfeng.programme.StudyCalendar;
import org.panfeng.programme.Syllabus;
import org.panfeng.programme.Theme;
import org.panfeng.programme.Timetable;

/**
 * Lessons without files, of one question or of two, each with two options.
 *
 * @param questions of each lesson, by its id, in the order in which they are studied
 */
record Curriculum(Map<String, Integer> questions) {
    private static final StudyCalendar WRITTEN =
            StudyCalendar.load("cn", Path.of("config")).calendar();
    private static final Lesson.Reading READING = new Lesson.Reading("课", "一件小事。", "");
    private static final Question QUESTION = new Question.SingleChoice(
            Map.of(Language.ZH, new Question.Wording("选哪个？", List.of("这个", "那个"), "这个才对。")), 0);

    /** One lesson in five has a second question. */
    static Curriculum of(int lessons, Random random) {
        Map<String, Integer> questions = new LinkedHashMap<>();
        for (int number = 1; number <= lessons; number++) {
            questions.put("lesson-%03d".formatted(number), random.nextInt(5) == 0 ? 2 : 1);
        }
        return new Curriculum(questions);
    }

    /** The same after a correction: this lesson has lost its second question, or has got one. */
    Curriculum corrected(String lesson) {
        Map<String, Integer> corrected = new LinkedHashMap<>(questions);
        corrected.computeIfPresent(lesson, (id, count) -> 3 - count);
        return new Curriculum(corrected);
    }

    /** The calendar as it is written, without the office's own days. */
    static StudyCalendar written() {
        return WRITTEN;
    }

    Configuration configuration(Settings settings) {
        Settings.Programme programme = settings.programme();
        OfficeCalendar calendar = new OfficeCalendar(WRITTEN);
        Timetable timetable = new Timetable(programme.zone(), programme.dayStartsAt(), calendar, null, null);
        return new Configuration(settings, timetable, calendar, syllabus(), Attachments.NONE);
    }

    private Syllabus syllabus() {
        return new Syllabus(questions.entrySet().stream()
                .map(lesson -> new Lesson(
                        lesson.getKey(),
                        Theme.values()[0],
                        1,
                        Map.of(Language.ZH, READING),
                        List.of(QUESTION, QUESTION).subList(0, lesson.getValue())))
                .toList());
    }

    /**
     * The usual settings, with an admin, and leave by this rule.
     *
     * @param more settings by their keys: {@code delivery.per-second=1000}
     */
    static Settings settings(Settings.Leave leave, String... more) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PANFENG_PEOPLE_ADMINS", String.valueOf(Village.ADMIN));
        environment.put("PANFENG_PEOPLE_LEAVE", leave.name().toLowerCase(Locale.ROOT));
        for (String setting : more) {
            String[] parts = setting.split("=", 2);
            environment.put("PANFENG_" + parts[0].toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), parts[1]);
        }
        return Settings.load(environment).settings().orElseThrow();
    }

    Optional<Integer> questionsOf(String lesson) {
        return Optional.ofNullable(questions.get(lesson));
    }
}
