package org.panfeng.study;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.LetterId;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Topic;
import org.panfeng.people.PersonId;
import org.panfeng.programme.Timetable;

/** Reminds those who have not finished, once a day, in the hours after the reminder time. */
public final class Reminder {
    /** A reminder this late helps nobody any more. */
    private static final Duration LATEST = Duration.ofHours(4);
    /** Whoever has had the task for less than this needs no reminder. */
    private static final Duration FRESH = Duration.ofHours(1);

    /** So many people share a transaction. */
    private static final int PORTION = 1_000;

    private final Jdbi jdbi;
    private final String programme;
    private final Timetable timetable;
    private final LocalTime remindAt;
    private final LessonPlan plan;
    private final DayTasks tasks;
    private final Outbox outbox;

    Reminder(
            Jdbi jdbi,
            String programme,
            Timetable timetable,
            LocalTime remindAt,
            LessonPlan plan,
            DayTasks tasks,
            Outbox outbox) {
        this.jdbi = jdbi;
        this.programme = programme;
        this.timetable = timetable;
        this.remindAt = remindAt;
        this.plan = plan;
        this.tasks = tasks;
        this.outbox = outbox;
    }

    /** Posts the reminders that are due at this instant; those already posted stay single. */
    public void due(Instant now) {
        Optional<LocalDate> day = timetable.studyDayAt(now);
        if (day.isEmpty()) {
            return;
        }
        Instant from = timetable.at(day.get(), remindAt);
        if (!now.isBefore(from) && now.isBefore(from.plus(LATEST)) && isNew(day.get())) {
            remind(day.get(), now);
        }
    }

    /** One reminding a day, and none of a lesson that is withdrawn. One that was broken off goes on, and whoever has been reminded is passed over. */
    private boolean isNew(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                select count(*) from programme_day
                                where programme = :programme and study_day = :day and (reminded_at is not null or withdrawn_at is not null)
                                """)
                        .bind("programme", programme)
                        .bind("day", day)
                        .mapTo(Long.class)
                        .one())
                == 0;
    }

    private void remind(LocalDate day, Instant now) {
        for (String lessonId : tasks.lessonIds(day)) {
            plan.withId(lessonId).ifPresent(assignment -> remind(day, assignment, now));
        }
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update programme_day set reminded_at = :now where programme = :programme and study_day = :day")
                .bind("now", now)
                .bind("programme", programme)
                .bind("day", day)
                .execute());
    }

    private void remind(LocalDate day, Assignment assignment, Instant now) {
        List<DayTasks.Unfinished> portion = unfinished(day, assignment, now, new PersonId(0));
        while (!portion.isEmpty()) {
            List<DayTasks.Unfinished> people = portion;
            jdbi.useTransaction(handle -> outbox.post(Lane.TASK, copies(day, assignment, people)));
            portion = unfinished(
                    day, assignment, now, portion.get(portion.size() - 1).person());
        }
    }

    private List<DayTasks.Unfinished> unfinished(LocalDate day, Assignment assignment, Instant now, PersonId after) {
        return tasks.unfinished(day, assignment, now.minus(FRESH), after, PORTION);
    }

    private List<Outbox.Copy> copies(LocalDate day, Assignment assignment, List<DayTasks.Unfinished> people) {
        Map<String, LetterId> letters = new HashMap<>();
        List<Outbox.Copy> copies = new ArrayList<>();
        for (DayTasks.Unfinished person : people) {
            int left = assignment.size() - person.answered();
            if (left == 0) {
                // The lesson has lost the questions that were open: the day is done, and the close will say so.
                continue;
            }
            LetterId letter = letters.computeIfAbsent(
                    person.language() + ":" + left, key -> outbox.letter(message(day, person.language(), left)));
            copies.add(new Outbox.Copy(
                    person.chatId(),
                    letter,
                    Topic.NONE,
                    "remind:" + programme + ":" + day + ":" + person.person().value()));
        }
        return copies;
    }

    private Outgoing message(LocalDate day, Language language, int left) {
        return Outgoing.send(Content.html(Texts.html(language, "reminder", left)), LessonMessage.start(day, language));
    }
}
