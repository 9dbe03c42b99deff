package org.panfeng.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.panfeng.chat.ButtonData;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.people.Person;
import org.panfeng.people.Staff;
import org.panfeng.programme.Question;

/** The buttons of the quiz: start, options, submit. */
final class QuizButtons implements ButtonHandler {
    private static final String PREFIX = "quiz";

    private final Staff staff;
    private final Tasks tasks;
    private final Quiz quiz;
    private final MakeUps makeUps;

    QuizButtons(Staff staff, Tasks tasks, Quiz quiz, MakeUps makeUps) {
        this.staff = staff;
        this.tasks = tasks;
        this.quiz = quiz;
        this.makeUps = makeUps;
    }

    /** The start button is the same for everybody, so that a day's reading is one letter with many copies. */
    static String start(LocalDate day) {
        return PREFIX + ":go:" + day.toEpochDay();
    }

    static String option(TaskId task, int question, int option) {
        return PREFIX + ":is:" + task.value() + ":" + question + ":" + option;
    }

    static String submit(TaskId task, int question) {
        return PREFIX + ":ok:" + task.value() + ":" + question;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public void foresee(List<ButtonData> buttons) {
        List<TaskId> pressed = buttons.stream()
                .filter(data -> !isStart(data) && data.isNumber(1))
                .map(data -> new TaskId(data.number(1)))
                .distinct()
                .toList();
        tasks.foresee(pressed);
        quiz.foresee(pressed);
    }

    private static boolean isStart(ButtonData data) {
        return data.word(0).equals("go");
    }

    @Override
    public void pressed(Turn turn, ButtonData data) {
        Optional<Person> person =
                staff.withTelegramId(turn.speaker().sender().id()).filter(Person::isEnrolled);
        if (person.isEmpty()) {
            turn.alert("button.not-yours.guest");
            return;
        }
        boolean isStart = isStart(data);
        Optional<Task> task = isStart
                ? tasks.of(person.get().id(), LocalDate.ofEpochDay(data.below(1_000_000, 1)))
                : tasks.withId(new TaskId(data.number(1)));
        if (task.isEmpty() || !task.get().person().equals(person.get().id())) {
            turn.alert("button.not-yours");
        } else if (quiz.lesson(task.get()).isEmpty()) {
            turn.alert("quiz.lesson-gone");
        } else if (isStart) {
            start(turn, person.get(), task.get());
        } else {
            answer(turn, person.get(), task.get(), data);
        }
    }

    private void start(Turn turn, Person person, Task task) {
        Optional<String> refusal = task.isDone() ? Optional.empty() : makeUps.refuses(task, turn.now());
        if (refusal.isPresent()) {
            refuse(turn, task, refusal.get());
            return;
        }
        if (!task.isDone() && makeUps.isMakeUp(task, turn.now())) {
            turn.toast("make-up.begins", Dates.day(turn.language(), task.day()));
        }
        quiz.askNext(task, person, turn.now());
    }

    private void answer(Turn turn, Person person, Task task, ButtonData data) {
        Assignment assignment = quiz.assignment(task).orElseThrow();
        int number = data.below(assignment.questions().lastKey() + 1, 2);
        Optional<Question> asked = assignment.question(number);
        if (asked.isEmpty()) {
            turn.toast("button.old");
            return;
        }
        Question question = asked.get();
        Optional<Answer> earlier = quiz.answerTo(task, number);
        if (earlier.isPresent()) {
            turn.toast("quiz.already", Grading.given(question, earlier.get(), turn.language()));
            return;
        }
        Optional<String> refusal = makeUps.refuses(task, turn.now());
        if (refusal.isPresent()) {
            refuse(turn, task, refusal.get());
        } else if (question instanceof Question.ShortAnswer) {
            turn.refuseOldButton();
        } else if (question instanceof Question.MultipleChoice multiple) {
            tickOrSubmit(turn, person, task, assignment, number, multiple, data);
        } else {
            take(turn, person, task, assignment, grade(question, number, data));
        }
    }

    private static Answer grade(Question question, int number, ButtonData data) {
        if (question instanceof Question.SingleChoice single) {
            return Grading.single(number, single, data.below(options(question), 3));
        }
        return Grading.trueFalse(number, (Question.TrueFalse) question, data.below(2, 3) == 1);
    }

    private static int options(Question question) {
        return question.wordings().values().iterator().next().options().size();
    }

    private void tickOrSubmit(
            Turn turn,
            Person person,
            Task task,
            Assignment assignment,
            int number,
            Question.MultipleChoice question,
            ButtonData data) {
        int options = options(question);
        if (data.word(0).equals("is")) {
            int mask = task.ticked() ^ (1 << data.below(options, 3));
            tasks.tick(task, mask, turn.now());
            Set<Integer> ticked = Grading.ticked(mask, options);
            turn.edit(
                    quiz.message(assignment, number, turn.language()).open(),
                    quiz.keyboard(task, assignment, number, ticked, turn.language()));
        } else if (task.ticked() == 0) {
            turn.toast("quiz.tick-first");
        } else {
            take(
                    turn,
                    person,
                    task,
                    assignment,
                    Grading.multiple(number, question, Grading.ticked(task.ticked(), options)));
        }
    }

    private void take(Turn turn, Person person, Task task, Assignment assignment, Answer answer) {
        if (!quiz.take(task, answer, turn.now())) {
            turn.toast("quiz.already", answer.given());
            return;
        }
        turn.toast(answer.isCorrect() ? "quiz.toast.right" : "quiz.toast.wrong");
        turn.edit(quiz.message(assignment, answer.question(), turn.language()).answered(answer), Keyboard.NONE);
        quiz.askNext(task, person, turn.now());
    }

    private static void refuse(Turn turn, Task task, String why) {
        turn.alert(why, Dates.day(turn.language(), task.day()), MakeUpRule.PER_MONTH);
    }
}
