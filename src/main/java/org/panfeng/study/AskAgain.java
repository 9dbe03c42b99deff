package org.panfeng.study;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Reception;
import org.panfeng.mailbox.Topic;
import org.panfeng.people.Person;
import org.panfeng.people.Staff;
import org.panfeng.programme.Timetable;

/**
 * Asks open questions again after an outage in which the messenger may have dropped a press: silently, once per outage, and only those who
 * were at it shortly before.
 */
public final class AskAgain {
    private static final Duration SHORTLY_BEFORE = Duration.ofMinutes(10);
    /** The hours in which nobody may choose to be sent the task. */
    private static final LocalTime QUIET_FROM = LocalTime.of(22, 0);

    private static final LocalTime QUIET_TO = LocalTime.of(5, 0);

    private final Jdbi jdbi;
    private final String programme;
    private final Timetable timetable;
    private final Reception reception;
    private final OpenDays openDays;
    private final DayTasks tasks;
    private final Quiz quiz;
    private final Staff staff;
    private final Outbox outbox;

    AskAgain(
            Jdbi jdbi,
            String programme,
            Timetable timetable,
            Reception reception,
            OpenDays openDays,
            DayTasks tasks,
            Quiz quiz,
            Staff staff,
            Outbox outbox) {
        this.jdbi = jdbi;
        this.programme = programme;
        this.timetable = timetable;
        this.reception = reception;
        this.openDays = openDays;
        this.tasks = tasks;
        this.quiz = quiz;
        this.staff = staff;
        this.outbox = outbox;
    }

    /** Draws the consequences of every outage that is over; in quiet hours that is nothing. */
    public void due(Instant now) {
        for (Reception.Outage outage : reception.unsettled()) {
            jdbi.useTransaction(handle -> {
                if (reception.settle(outage) && !isQuiet(now)) {
                    ask(outage, now);
                }
            });
        }
    }

    private boolean isQuiet(Instant now) {
        LocalTime time = now.atZone(timetable.zone()).toLocalTime();
        return !time.isBefore(QUIET_FROM) || time.isBefore(QUIET_TO);
    }

    private void ask(Reception.Outage outage, Instant now) {
        // Up to its end: when something was last received is written down every few seconds only.
        for (Task task : tasks.touched(outage.from().minus(SHORTLY_BEFORE), outage.until())) {
            if (openDays.takes(task.day(), now) && quiz.lesson(task).isPresent()) {
                staff.withId(task.person()).ifPresent(person -> ask(task, person, outage, now));
            }
        }
    }

    private void ask(Task task, Person person, Reception.Outage outage, Instant now) {
        quiz.again(task, person, now)
                .ifPresent(question -> outbox.post(
                        Lane.TASK,
                        List.of(new Outbox.Copy(
                                person.chatId(), outbox.letter(question), Topic.NONE, key(task, outage)))));
    }

    private String key(Task task, Reception.Outage outage) {
        return "again:" + programme + ":" + task.id().value() + ":"
                + outage.from().toEpochMilli();
    }
}
