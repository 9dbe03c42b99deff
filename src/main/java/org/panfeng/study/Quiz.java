package org.panfeng.study;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.panfeng.chat.Language;
import org.panfeng.chat.Prompts;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Topic;
import org.panfeng.people.Person;
import org.panfeng.programme.Lesson;
import org.panfeng.programme.Question;

/** Asks the questions of a task one after the other and takes the answers. */
final class Quiz {
    private final ProgrammeDays days;
    private final LessonPlan plan;
    private final Tasks tasks;
    private final Answers answers;
    private final Outbox outbox;
    private final Prompts prompts;
    private final OpenDays openDays;
    private final Completion completion;
    private final Summaries summaries;

    Quiz(
            ProgrammeDays days,
            LessonPlan plan,
            Tasks tasks,
            Answers answers,
            Outbox outbox,
            Prompts prompts,
            OpenDays openDays,
            Completion completion,
            Summaries summaries) {
        this.days = days;
        this.plan = plan;
        this.tasks = tasks;
        this.answers = answers;
        this.outbox = outbox;
        this.prompts = prompts;
        this.openDays = openDays;
        this.completion = completion;
        this.summaries = summaries;
    }

    /** Reads for the present batch what these tasks have for answers. */
    void foresee(List<TaskId> of) {
        answers.foresee(of);
    }

    Optional<Lesson> lesson(Task task) {
        return assignment(task).map(Assignment::lesson);
    }

    /** What the task is about; empty where that was taken away or withdrawn before it was done. */
    Optional<Assignment> assignment(Task task) {
        return !task.isDone() && days.isWithdrawn(task.day()) ? Optional.empty() : plan.withId(task.lessonId());
    }

    /**
     * Sends the first question that has no answer yet; where none is left, completes the task and sends the summary. Where a lesson has lost
     * questions since, that may be without an answer.
     */
    void askNext(Task task, Person person, Instant now) {
        Assignment assignment = assignment(task).orElseThrow();
        Optional<Integer> next = assignment.next(answers.of(task.id()));
        if (next.isEmpty()) {
            complete(task, person, assignment, now);
            return;
        }
        int number = next.get();
        tasks.show(task, number, now);
        prompt(task, assignment, number, person, now);
        QuestionMessage message = message(assignment, number, person.language());
        Keyboard keyboard = keyboard(task, assignment, number, Set.of(), person.language());
        say(person, Outgoing.send(message.open(), keyboard));
    }

    private void complete(Task task, Person person, Assignment assignment, Instant now) {
        boolean isMadeUp = !task.isDone() && !openDays.takes(task.day(), now);
        Optional<Completion.Completed> completed = completion.complete(task, person, now, isMadeUp);
        say(person, summaries.of(task, person, assignment, answers.of(task.id()), completed, now));
        completed
                .flatMap(fresh -> summaries.celebration(fresh, person.language()))
                .ifPresent(words -> say(person, Outgoing.send(words, Keyboard.NONE)));
    }

    /** The question that the task waits for, as it stood, below a line that says why it comes again; empty where none is open. */
    Optional<Outgoing> again(Task task, Person person, Instant now) {
        Assignment assignment = assignment(task).orElseThrow();
        Optional<Integer> open = task.isBegun() ? assignment.next(answers.of(task.id())) : Optional.empty();
        return open.map(number -> {
            prompt(task, assignment, number, person, now);
            Question question = assignment.question(number).orElseThrow();
            Set<Integer> ticked = Grading.ticked(
                    task.ticked(), question.in(person.language()).options().size());
            return new Outgoing.Send(
                    message(assignment, number, person.language())
                            .open(Texts.html(person.language(), "quiz.again") + "\n\n"),
                    keyboard(task, assignment, number, ticked, person.language()),
                    true);
        });
    }

    private void prompt(Task task, Assignment assignment, int number, Person person, Instant now) {
        if (assignment.question(number).orElseThrow() instanceof Question.ShortAnswer) {
            prompts.open(person.chatId(), TypedAnswers.KIND, task.id().value() + ":" + number, now);
        } else {
            prompts.close(person.chatId(), TypedAnswers.KIND);
        }
    }

    Optional<Answer> answerTo(Task task, int number) {
        return answers.of(task.id()).stream()
                .filter(answer -> answer.question() == number)
                .findFirst();
    }

    /**
     * Takes an answer; {@link #askNext} draws the consequences of the last one.
     *
     * @return false when the question has an answer already
     */
    boolean take(Task task, Answer answer, Instant receivedAt) {
        return answers.take(task.id(), answer, receivedAt);
    }

    QuestionMessage message(Assignment assignment, int number, Language language) {
        Assignment.Asked asked = assignment.asked(number).orElseThrow();
        return new QuestionMessage(
                asked.question(),
                language,
                QuestionMessage.heading(asked.question(), assignment.before(number), assignment.size(), language),
                asked.from()
                        .map(lesson -> Texts.html(
                                language, "review.from", lesson.in(language).title()))
                        .orElse(""));
    }

    Keyboard keyboard(Task task, Assignment assignment, int number, Set<Integer> ticked, Language language) {
        return message(assignment, number, language)
                .keyboard(
                        ticked,
                        option -> QuizButtons.option(task.id(), number, option),
                        QuizButtons.submit(task.id(), number));
    }

    private void say(Person person, Outgoing outgoing) {
        outbox.post(Lane.REPLY, person.chatId(), outgoing, Topic.NONE);
    }
}
