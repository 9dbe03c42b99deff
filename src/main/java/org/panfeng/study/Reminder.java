package org.panfeng.study;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.LetterId;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Topic;
import org.panfeng.people.PersonId;
import org.panfeng.programme.Timetable;
import org.panfeng.study.DayLedger.Entry;
import org.panfeng.study.ReminderHours.Round;
import org.panfeng.study.Rescues.Rescue;

/** Reminds those who have not finished, at most once a day and nobody whom it would only annoy. */
public final class Reminder {
    /** Whoever has had the task for less than this needs no reminder. */
    private static final Duration FRESH = Duration.ofHours(1);

    /** So many people share a transaction. */
    private static final int PORTION = 1_000;

    private final Jdbi jdbi;
    private final String programme;
    private final Timetable timetable;
    private final ReminderHours hours;
    private final LessonPlan plan;
    private final ProgrammeDays days;
    private final DayTasks tasks;
    private final Ledger ledger;
    private final MakeUps makeUps;
    private final Rescues rescues;
    private final Outbox outbox;

    Reminder(
            Jdbi jdbi,
            String programme,
            Timetable timetable,
            ReminderHours hours,
            LessonPlan plan,
            ProgrammeDays days,
            DayTasks tasks,
            Ledger ledger,
            MakeUps makeUps,
            Rescues rescues,
            Outbox outbox) {
        this.jdbi = jdbi;
        this.programme = programme;
        this.timetable = timetable;
        this.hours = hours;
        this.plan = plan;
        this.days = days;
        this.tasks = tasks;
        this.ledger = ledger;
        this.makeUps = makeUps;
        this.rescues = rescues;
        this.outbox = outbox;
    }

    /** Posts the reminders that are due at this instant; those already posted stay single. */
    public void due(Instant now) {
        Optional<LocalDate> day = timetable.studyDayAt(now);
        Optional<Round> round = day.flatMap(today -> hours.at(today, now));
        if (round.isPresent() && !days.isReminded(day.get(), round.get()) && !days.isWithdrawn(day.get())) {
            remind(day.get(), round.get(), now);
        }
    }

    /** One that was broken off goes on, and whoever has been reminded is passed over. */
    private void remind(LocalDate day, Round round, Instant now) {
        for (String lessonId : tasks.lessonIds(day)) {
            plan.withId(lessonId).ifPresent(assignment -> remind(day, round, assignment, now));
        }
        days.reminded(day, round, now);
    }

    private void remind(LocalDate day, Round round, Assignment assignment, Instant now) {
        Instant givenBefore = now.minus(FRESH);
        List<DayTasks.Unfinished> portion = tasks.unfinished(day, assignment, givenBefore, new PersonId(0), PORTION);
        while (!portion.isEmpty()) {
            List<DayTasks.Unfinished> people = portion;
            jdbi.useTransaction(handle -> outbox.post(Lane.TASK, copies(day, round, assignment, people, now)));
            PersonId last = portion.get(portion.size() - 1).person();
            portion = tasks.unfinished(day, assignment, givenBefore, last, PORTION);
        }
    }

    private List<Outbox.Copy> copies(
            LocalDate day, Round round, Assignment assignment, List<DayTasks.Unfinished> people, Instant now) {
        List<PersonId> ids = people.stream().map(DayTasks.Unfinished::person).toList();
        Map<PersonId, List<Entry>> latest = latest(day, ids);
        boolean isFirstOfWeek = timetable
                .previousStudyDay(day)
                .filter(before -> KeptDays.weekOf(before).equals(KeptDays.weekOf(day)))
                .isEmpty();
        Map<ReminderLetter, LetterId> letters = new HashMap<>();
        List<Outbox.Copy> copies = new ArrayList<>();
        for (DayTasks.Unfinished person : people) {
            List<Entry> entries = latest.getOrDefault(person.person(), List.of());
            Habit habit = Habit.of(entries);
            int left = assignment.size() - person.answered();
            // Where the lesson has lost the questions that were open the day is done, and the close will say so.
            if (left > 0 && habit.isRemindedIn(round, isFirstOfWeek)) {
                ReminderLetter letter = ReminderLetter.of(person, left, habit, rescue(person, entries, habit, now));
                LetterId written = letters.computeIfAbsent(
                        letter,
                        content ->
                                outbox.letter(content.write(day, timetable.dayStartsAt()), LessonLetters.about(day)));
                copies.add(new Outbox.Copy(person.chatId(), written, Topic.NONE, key(day, person.person())));
            }
        }
        return copies;
    }

    /** What somebody who is not resting has missed and can still make up; looked for only where there may be something. */
    private Optional<Rescue> rescue(DayTasks.Unfinished person, List<Entry> entries, Habit habit, Instant now) {
        boolean mayBe = habit != Habit.RESTING
                && entries.stream()
                        .skip(Math.max(0, entries.size() - MakeUpRule.LOOKED_AT))
                        .anyMatch(entry -> entry.state() == DayState.MISSED);
        return mayBe ? rescues.of(person.person(), makeUps.chances(person.person(), now), now) : Optional.empty();
    }

    private Map<PersonId, List<Entry>> latest(LocalDate day, List<PersonId> people) {
        LocalDate from = day;
        for (int i = 0; i < Habit.LOOKED_BACK; i++) {
            from = timetable.previousStudyDay(from).orElse(from);
        }
        return from.equals(day) ? Map.of() : ledger.of(people, from, day.minusDays(1));
    }

    private String key(LocalDate day, PersonId person) {
        return "remind:" + programme + ":" + day + ":" + person.value();
    }
}
