package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.programme.Lesson;
import org.panfeng.programme.Timetable;

/** Sends the day's task to everybody whose push time has come and who has not had it: also late, as long as the day is open. */
public final class DailyPush {
    static final String TOPIC = "task";
    private static final LocalTime QUIET_UNTIL = LocalTime.of(5, 0);
    private static final LocalTime QUIET_FROM = LocalTime.of(22, 30);

    private final Jdbi jdbi;
    private final String programme;
    private final Timetable timetable;
    private final LocalTime officeTime;
    private final LessonPlan plan;
    private final Tasks tasks;
    private final Outbox outbox;

    DailyPush(
            Jdbi jdbi,
            String programme,
            Timetable timetable,
            LocalTime officeTime,
            LessonPlan plan,
            Tasks tasks,
            Outbox outbox) {
        this.jdbi = jdbi;
        this.programme = programme;
        this.timetable = timetable;
        this.officeTime = officeTime;
        this.plan = plan;
        this.tasks = tasks;
        this.outbox = outbox;
    }

    /**
     * Pushes what is due at this instant.
     *
     * @return to how many
     */
    public int due(Instant now) {
        Optional<LocalDate> day = timetable.studyDayAt(now);
        return day.isEmpty() ? 0 : push(day.get(), latestDue(day.get(), now), now);
    }

    /** Pushes the day's task to everybody who has not had it, whatever their push time. */
    int toEverybody(LocalDate day, Instant now) {
        return push(day, LocalTime.MAX, now);
    }

    /** The latest push time that has come; all of them once the night has begun that still belongs to the day. */
    private LocalTime latestDue(LocalDate day, Instant now) {
        ZonedDateTime local = now.atZone(timetable.zone());
        return local.toLocalDate().isAfter(day) ? LocalTime.MAX : local.toLocalTime();
    }

    private int push(LocalDate day, LocalTime upTo, Instant now) {
        return jdbi.inTransaction(handle -> {
            List<Tasks.Due> due = tasks.due(day, upTo, officeTime);
            if (due.isEmpty()) {
                return 0;
            }
            Lesson lesson = plan.lessonOf(day);
            Instant givenAt = now.truncatedTo(ChronoUnit.MILLIS);
            tasks.giveAll(due, day, lesson.id(), givenAt);
            List<Tasks.Addressed> given = tasks.givenAt(day, givenAt);
            outbox.post(
                    Lane.TASK,
                    copies(
                            given,
                            lesson,
                            day,
                            isQuiet(now.atZone(timetable.zone()).toLocalTime())));
            return given.size();
        });
    }

    private List<Outbox.Copy> copies(List<Tasks.Addressed> given, Lesson lesson, LocalDate day, boolean silent) {
        Map<Language, LessonLetters> letters = new EnumMap<>(Language.class);
        List<Outbox.Copy> copies = new ArrayList<>(given.size());
        for (Tasks.Addressed task : given) {
            LessonLetters written = letters.computeIfAbsent(
                    task.language(), language -> LessonLetters.write(outbox, lesson, day, language, silent));
            copies.addAll(written.to(
                    task, "push:" + programme + ":" + day + ":" + task.person().value()));
        }
        return copies;
    }

    /** Whether people sleep at this time of day. */
    static boolean isQuiet(LocalTime local) {
        return local.isBefore(QUIET_UNTIL) || local.isAfter(QUIET_FROM);
    }
}
