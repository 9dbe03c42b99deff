package org.panfeng.study;

import java.time.LocalDate;
import java.util.Optional;
import org.panfeng.chat.ButtonData;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.people.Person;
import org.panfeng.people.Staff;
import org.panfeng.programme.Lesson;

/** The button that takes up a missed day: shows its reading, below which the quiz starts as on any day. */
final class MakeUpButtons implements ButtonHandler {
    private static final String PREFIX = "makeup";

    private final Staff staff;
    private final LessonPlan plan;
    private final Tasks tasks;
    private final Quiz quiz;
    private final MakeUps makeUps;

    MakeUpButtons(Staff staff, LessonPlan plan, Tasks tasks, Quiz quiz, MakeUps makeUps) {
        this.staff = staff;
        this.plan = plan;
        this.tasks = tasks;
        this.quiz = quiz;
        this.makeUps = makeUps;
    }

    static Keyboard.Button button(LocalDate day, Language language) {
        return new Keyboard.Button(
                Texts.plain(language, "make-up.button", Dates.day(language, day)), PREFIX + ":" + day.toEpochDay());
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public void pressed(Turn turn, ButtonData data) {
        LocalDate day = LocalDate.ofEpochDay(data.below(1_000_000, 0));
        staff.withTelegramId(turn.speaker().sender().id())
                .filter(Person::isEnrolled)
                .ifPresentOrElse(person -> begin(turn, person, day), () -> turn.alert("button.not-yours.guest"));
    }

    private void begin(Turn turn, Person person, LocalDate day) {
        Optional<Task> had = tasks.of(person.id(), day);
        if (had.filter(Task::isDone).isPresent()) {
            quiz.askNext(had.get(), person, turn.now());
            return;
        }
        MakeUps.Acceptance acceptance = makeUps.accepts(day, person.id(), turn.now());
        if (had.isEmpty() && acceptance == MakeUps.Acceptance.IN_TIME) {
            // No such button was ever made: a task is given for a day that was lost, not for any date that was never
            // closed.
            turn.refuseOldButton();
            return;
        }
        Optional<String> refusal = acceptance.refusal();
        if (refusal.isPresent()) {
            turn.alert(refusal.get(), Dates.day(turn.language(), day), MakeUpRule.PER_MONTH);
            return;
        }
        Task task = had.orElseGet(
                () -> tasks.give(person.id(), day, plan.lessonOf(day).id(), turn.now()));
        Optional<Lesson> lesson = quiz.lesson(task);
        if (lesson.isEmpty()) {
            turn.alert("quiz.lesson-gone");
        } else if (task.isBegun()) {
            quiz.askNext(task, person, turn.now());
        } else {
            Content reading =
                    LessonMessage.of(lesson.get(), day, turn.language(), false).content();
            turn.send(reading, LessonMessage.start(day, turn.language()));
        }
    }
}
