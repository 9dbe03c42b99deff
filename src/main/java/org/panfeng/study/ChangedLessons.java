package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.people.Person;
import org.panfeng.people.Staff;

/** What the tasks of a day are owed where lessons have changed since they were given: nobody loses the day by it. */
final class ChangedLessons {
    private final Jdbi jdbi;
    private final LessonPlan plan;
    private final DayTasks tasks;
    private final Staff staff;
    private final Completion completion;

    ChangedLessons(Jdbi jdbi, LessonPlan plan, DayTasks tasks, Staff staff, Completion completion) {
        this.jdbi = jdbi;
        this.plan = plan;
        this.tasks = tasks;
        this.staff = staff;
        this.completion = completion;
    }

    /** Takes back the tasks whose lesson is gone, and completes those that have lost just the questions that were open. */
    void settle(LocalDate day, Instant now) {
        for (String lessonId : tasks.lessonIds(day)) {
            plan.withId(lessonId)
                    .ifPresentOrElse(left -> complete(day, left, now), () -> tasks.withdraw(lessonId, day));
        }
    }

    private void complete(LocalDate day, Assignment left, Instant now) {
        for (Task task : tasks.answered(day, left)) {
            staff.withId(task.person())
                    .filter(Person::isEnrolled)
                    .ifPresent(person -> jdbi.useTransaction(handle -> completion.complete(task, person, now, false)));
        }
    }
}
