package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.people.PersonId;
import org.panfeng.programme.Lesson;
import org.panfeng.programme.QuietHours;
import org.panfeng.programme.Timetable;

/**
 * Gives the task of a day to a portion of the people at a time, so that no transaction is long. A task is a row, and its copy of the
 * lesson another, each with a unique key: whoever has had it is passed over.
 */
final class Handout {
    private static final int PORTION = 1_000;

    private final Timetable timetable;
    private final LocalTime officeTime;
    private final ProgrammeDays days;
    private final LessonPlan plan;
    private final DayTasks tasks;
    private final Outbox outbox;

    Handout(
            Timetable timetable,
            LocalTime officeTime,
            ProgrammeDays days,
            LessonPlan plan,
            DayTasks tasks,
            Outbox outbox) {
        this.timetable = timetable;
        this.officeTime = officeTime;
        this.days = days;
        this.plan = plan;
        this.tasks = tasks;
        this.outbox = outbox;
    }

    /**
     * @param given to how many
     * @param upTo everybody up to this person has been seen to
     */
    record Portion(int given, PersonId upTo) {}

    /**
     * Gives the next ones their task, in the caller's transaction.
     *
     * @param latest the push times that have come
     * @return empty when nobody is left, or when the lesson is withdrawn
     */
    Optional<Portion> give(LocalDate day, LocalTime latest, PersonId after, Instant now) {
        List<DayTasks.Due> due = days.isWithdrawn(day) ? List.of() : tasks.due(day, latest, officeTime, after, PORTION);
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Lesson lesson = plan.lessonOf(day);
        Map<PersonId, TaskId> given = tasks.giveAll(due, day, lesson.id(), now.truncatedTo(ChronoUnit.MILLIS));
        boolean isQuiet = QuietHours.cover(now.atZone(timetable.zone()).toLocalTime());
        Map<Language, LessonLetters> letters = new EnumMap<>(Language.class);
        List<Outbox.Copy> copies = new ArrayList<>(given.size());
        int reached = 0;
        for (DayTasks.Due one : due) {
            TaskId task = given.get(one.person());
            if (task != null && one.isReachable()) {
                LessonLetters written = letters.computeIfAbsent(
                        one.language(), language -> LessonLetters.write(outbox, lesson, day, language, isQuiet));
                copies.addAll(written.to(task, one.chatId()));
                reached++;
            }
        }
        outbox.post(Lane.TASK, copies);
        return Optional.of(new Portion(reached, due.get(due.size() - 1).person()));
    }
}
