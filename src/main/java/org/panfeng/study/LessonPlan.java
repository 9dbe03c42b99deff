package org.panfeng.study;

import java.time.LocalDate;
import org.panfeng.programme.Lesson;
import org.panfeng.programme.Syllabus;

/** Which lesson a study day has: chosen when first asked for, the same for everybody from then on. */
final class LessonPlan {
    private final ProgrammeDays days;
    private final Syllabus syllabus;

    LessonPlan(ProgrammeDays days, Syllabus syllabus) {
        this.days = days;
        this.syllabus = syllabus;
    }

    Lesson lessonOf(LocalDate day) {
        return days.lessonOf(day).flatMap(syllabus::lesson).orElseGet(() -> {
            Lesson chosen = syllabus.next(days.lastStudied(day));
            days.choose(day, chosen.id());
            return chosen;
        });
    }
}
