package org.panfeng.study;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Topic;
import org.panfeng.people.Absence;
import org.panfeng.people.Absences;
import org.panfeng.people.Newcomers;
import org.panfeng.people.Person;
import org.panfeng.people.PersonId;
import org.panfeng.programme.Lesson;
import org.panfeng.programme.Timetable;

/** Where a person stands today: the task from where it was left, or on a day without study something to practise. */
final class Today implements Newcomers {
    /** Whoever asks for the reading again within this time still has its documents at hand. */
    private static final Duration AT_HAND = Duration.ofMinutes(10);

    private final Timetable timetable;
    private final ProgrammeDays days;
    private final LessonPlan plan;
    private final Tasks tasks;
    private final Quiz quiz;
    private final Practice practice;
    private final Summaries summaries;
    private final MakeUps makeUps;
    private final MakeUpOffers offers;
    private final Absences absences;
    private final Outbox outbox;

    Today(
            Timetable timetable,
            ProgrammeDays days,
            LessonPlan plan,
            Tasks tasks,
            Quiz quiz,
            Practice practice,
            Summaries summaries,
            MakeUps makeUps,
            MakeUpOffers offers,
            Absences absences,
            Outbox outbox) {
        this.timetable = timetable;
        this.days = days;
        this.plan = plan;
        this.tasks = tasks;
        this.quiz = quiz;
        this.practice = practice;
        this.summaries = summaries;
        this.makeUps = makeUps;
        this.offers = offers;
        this.absences = absences;
        this.outbox = outbox;
    }

    @Override
    public void enrolled(Person person, Instant now) {
        show(person, now);
    }

    /** Reads for the present batch how far these people have come with today's task. */
    void foresee(List<PersonId> people, Instant now) {
        makeUps.foresee(people, now);
        timetable.studyDayAt(now).ifPresent(day -> {
            quiz.foresee(tasks.foresee(people, day));
            absences.foresee(people, day);
        });
    }

    void show(Person person, Instant now) {
        offerMakeUps(person, now);
        Optional<LocalDate> day = timetable.studyDayAt(now);
        if (day.isEmpty()) {
            dayOff(person, timetable.dateOf(now));
            return;
        }
        Optional<Task> had = tasks.of(person.id(), day.get());
        if (days.isWithdrawn(day.get()) && had.filter(Task::isDone).isEmpty()) {
            say(person, "today.withdrawn", new Html(summaries.nextDay(day.get(), person.language())));
            practice.offer(person, day.get());
            return;
        }
        Task task = had.orElseGet(() ->
                tasks.give(person.id(), day.get(), plan.lessonOf(day.get()).id(), now));
        Optional<Lesson> lesson = quiz.lesson(task);
        if (lesson.isEmpty()) {
            say(person, "quiz.lesson-gone");
            return;
        }
        if (!task.isDone()) {
            absences.on(person.id(), day.get()).ifPresent(absence -> sayAway(person, absence));
        }
        if (task.isDone() || task.isBegun()) {
            quiz.askNext(task, person, now);
        } else {
            postDocuments(lesson.get(), task, person);
            outbox.post(
                    Lane.REPLY,
                    person.chatId(),
                    LessonMessage.of(lesson.get(), day.get(), person.language(), false),
                    Topic.about(DailyPush.TOPIC, task.id().value()));
        }
    }

    /** Before the day's own task, so that the task and its button stay last. */
    private void offerMakeUps(Person person, Instant now) {
        offers.of(person, now)
                .ifPresent(offer -> outbox.post(
                        Lane.REPLY,
                        person.chatId(),
                        Outgoing.send(Content.html(offer.lines()), offer.keyboard()),
                        Topic.NONE));
    }

    /** Whoever is away need not, and may. */
    private void sayAway(Person person, Absence absence) {
        if (absence.kind() == Absence.Kind.LEAVE) {
            LocalDate last = absence.lastDay().orElseThrow();
            say(person, "today.on-leave", Dates.day(person.language(), last));
        } else {
            say(person, absence.lastDay().isEmpty() ? "today.suspended" : "today.back");
        }
    }

    private void postDocuments(Lesson lesson, Task task, Person person) {
        List<Outgoing.Document> documents = LessonMessage.documents(lesson, person.language());
        for (int i = 0; i < documents.size(); i++) {
            Topic topic = LessonMessage.topic(task.id(), i);
            if (!outbox.hasPosted(topic, AT_HAND)) {
                outbox.post(Lane.REPLY, person.chatId(), documents.get(i), topic);
            }
        }
    }

    private void dayOff(Person person, LocalDate date) {
        String holiday = timetable
                .calendar()
                .nameOf(date)
                .filter(name -> person.language() == Language.ZH)
                .map(name -> name + " · ")
                .orElse("");
        say(
                person,
                "today.off",
                holiday + Dates.day(person.language(), date),
                new Html(summaries.nextDay(date, person.language())));
        practice.offer(person, date);
    }

    private void say(Person person, String key, Object... args) {
        outbox.post(
                Lane.REPLY,
                person.chatId(),
                Outgoing.send(Content.html(Texts.html(person.language(), key, args)), Keyboard.NONE),
                Topic.NONE);
    }
}
