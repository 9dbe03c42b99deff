package org.panfeng.study;

import java.util.Optional;
import org.panfeng.chat.Dates;
import org.panfeng.chat.PromptHandler;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.people.Person;
import org.panfeng.people.Staff;
import org.panfeng.programme.Question;

/** The words typed in answer to a question. */
final class TypedAnswers implements PromptHandler {
    static final String KIND = "answer";

    private final Staff staff;
    private final Tasks tasks;
    private final Quiz quiz;
    private final MakeUps makeUps;

    TypedAnswers(Staff staff, Tasks tasks, Quiz quiz, MakeUps makeUps) {
        this.staff = staff;
        this.tasks = tasks;
        this.quiz = quiz;
        this.makeUps = makeUps;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isPatient() {
        return true;
    }

    @Override
    public void answered(Turn turn, String payload, String words) {
        String[] ids = payload.split(":");
        Optional<Person> person = staff.withTelegramId(turn.speaker().sender().id());
        Optional<Task> task = tasks.withId(new TaskId(Long.parseLong(ids[0])));
        Optional<Assignment> assignment = task.flatMap(quiz::assignment);
        int number = Integer.parseInt(ids[1]);
        Optional<Question> asked = assignment.flatMap(all -> all.question(number));
        if (task.isPresent() && assignment.isEmpty()) {
            turn.say("quiz.lesson-gone");
        } else if (person.isEmpty() || asked.isEmpty() || !(asked.get() instanceof Question.ShortAnswer question)) {
            turn.say("not-understood");
        } else if (makeUps.refuses(task.get(), turn.now()).isPresent()) {
            turn.say(
                    makeUps.refuses(task.get(), turn.now()).get(),
                    Dates.day(turn.language(), task.get().day()),
                    MakeUpRule.PER_MONTH);
        } else {
            take(turn, person.get(), task.get(), assignment.get(), Grading.typed(number, question, words));
        }
    }

    private void take(Turn turn, Person person, Task task, Assignment assignment, Answer answer) {
        if (quiz.take(task, answer, turn.now())) {
            turn.send(
                    quiz.message(assignment, answer.question(), turn.language()).answered(answer), Keyboard.NONE);
            quiz.askNext(task, person, turn.now());
        } else {
            turn.say("not-understood");
        }
    }
}
