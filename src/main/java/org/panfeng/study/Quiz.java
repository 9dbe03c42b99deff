package org.panfeng.study;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Topic;
import org.panfeng.people.Person;
import org.panfeng.programme.Lesson;
import org.panfeng.programme.Question;
import org.panfeng.programme.Syllabus;

/** Asks the questions of a task one after the other and takes the answers. */
final class Quiz {
    private final Syllabus syllabus;
    private final Tasks tasks;
    private final Answers answers;
    private final Outbox outbox;
    private final org.panfeng.chat.Prompts prompts;
    private final Completion completion;

    Quiz(
            Syllabus syllabus,
            Tasks tasks,
            Answers answers,
            Outbox outbox,
            org.panfeng.chat.Prompts prompts,
            Completion completion) {
        this.syllabus = syllabus;
        this.tasks = tasks;
        this.answers = answers;
        this.outbox = outbox;
        this.prompts = prompts;
        this.completion = completion;
    }

    Optional<Lesson> lesson(Task task) {
        return syllabus.lesson(task.lessonId());
    }

    /** Sends the first question that has no answer yet, or the summary where none is left. */
    void askNext(Task task, Person person, Instant now) {
        Lesson lesson = lesson(task).orElseThrow();
        Optional<Integer> next = next(task, lesson);
        if (next.isEmpty()) {
            // Where the lesson has lost questions since, nothing is left to answer that would complete the task.
            completion.complete(task, person, now);
            say(person, completion.summary(task, person, lesson, answers.of(task.id())), Keyboard.NONE);
            return;
        }
        int number = next.get();
        tasks.show(task.id(), number);
        if (lesson.questions().get(number) instanceof Question.ShortAnswer) {
            prompts.open(person.chatId(), TypedAnswers.KIND, task.id().value() + ":" + number, now);
        } else {
            prompts.close(person.chatId(), TypedAnswers.KIND);
        }
        QuestionMessage message = message(lesson, number, person.language());
        say(person, message.open(), keyboard(task, lesson, number, Set.of(), person.language()));
    }

    private Optional<Integer> next(Task task, Lesson lesson) {
        Set<Integer> answered =
                answers.of(task.id()).stream().map(Answer::question).collect(Collectors.toSet());
        return IntStream.range(0, lesson.questions().size())
                .boxed()
                .filter(number -> !answered.contains(number))
                .findFirst();
    }

    Optional<Answer> answerTo(Task task, int number) {
        return answers.of(task.id()).stream()
                .filter(answer -> answer.question() == number)
                .findFirst();
    }

    /**
     * Takes an answer, and where it is the last one, completes the task.
     *
     * @return false when the question has an answer already
     */
    boolean take(Task task, Answer answer, Person person, Instant receivedAt) {
        if (!answers.take(task.id(), answer, receivedAt)) {
            return false;
        }
        if (next(task, lesson(task).orElseThrow()).isEmpty()) {
            completion.complete(task, person, receivedAt);
        }
        return true;
    }

    QuestionMessage message(Lesson lesson, int number, Language language) {
        Question question = lesson.questions().get(number);
        return new QuestionMessage(
                question,
                language,
                QuestionMessage.heading(question, number, lesson.questions().size(), language));
    }

    Keyboard keyboard(Task task, Lesson lesson, int number, Set<Integer> ticked, Language language) {
        return message(lesson, number, language)
                .keyboard(
                        ticked,
                        option -> QuizButtons.option(task.id(), number, option),
                        QuizButtons.submit(task.id(), number));
    }

    private void say(Person person, Content content, Keyboard keyboard) {
        outbox.post(Lane.REPLY, person.chatId(), Outgoing.send(content, keyboard), Topic.NONE);
    }
}
