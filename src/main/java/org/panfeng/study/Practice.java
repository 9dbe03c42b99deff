package org.panfeng.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.panfeng.chat.ButtonData;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Topic;
import org.panfeng.people.Person;
import org.panfeng.programme.Lesson;
import org.panfeng.programme.Question;
import org.panfeng.programme.Syllabus;

/** A question for days without study: it counts for nothing but the pleasure. Only questions that one tap answers are used. */
final class Practice implements ButtonHandler {
    private static final String PREFIX = "practice";

    private final List<Question> questions = new ArrayList<>();
    private final Outbox outbox;

    Practice(Syllabus syllabus, Outbox outbox) {
        this.outbox = outbox;
        for (Lesson lesson : syllabus.lessons()) {
            lesson.questions().stream()
                    .filter(question ->
                            question instanceof Question.SingleChoice || question instanceof Question.TrueFalse)
                    .forEach(questions::add);
        }
    }

    /** Sends a question, another one for each person and date; nothing where the programme has none that suits. */
    void offer(Person person, LocalDate date) {
        if (!questions.isEmpty()) {
            send(
                    person.chatId(),
                    (int) Math.floorMod(date.toEpochDay() * 7 + person.id().value() * 3, (long) questions.size()),
                    person.language());
        }
    }

    private void send(long chatId, int number, Language language) {
        QuestionMessage message = message(number, language);
        outbox.post(
                Lane.REPLY,
                chatId,
                Outgoing.send(
                        message.open(),
                        message.keyboard(Set.of(), option -> PREFIX + ":is:" + number + ":" + option, PREFIX)),
                Topic.NONE);
    }

    private QuestionMessage message(int number, Language language) {
        return new QuestionMessage(questions.get(number), language, Texts.html(language, "practice.heading"));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public void pressed(Turn turn, ButtonData data) {
        if (questions.isEmpty()) {
            turn.refuseOldButton();
            return;
        }
        int number = data.below(questions.size(), 1);
        if (data.word(0).equals("more")) {
            turn.edit(message(number, turn.language()).open(), keyboard(turn, number));
            return;
        }
        Optional<Answer> answer = grade(questions.get(number), data);
        if (answer.isEmpty()) {
            turn.refuseOldButton();
            return;
        }
        int next = (number + 1) % questions.size();
        turn.toast(answer.get().isCorrect() ? "quiz.toast.right" : "quiz.toast.wrong");
        turn.edit(
                message(number, turn.language()).answered(answer.get()),
                Keyboard.row(new Button(Texts.plain(turn.language(), "practice.more"), PREFIX + ":more:" + next)));
    }

    private Keyboard keyboard(Turn turn, int number) {
        return message(number, turn.language())
                .keyboard(Set.of(), option -> PREFIX + ":is:" + number + ":" + option, PREFIX);
    }

    private static Optional<Answer> grade(Question question, ButtonData data) {
        if (question instanceof Question.SingleChoice single) {
            int options = single.wordings().values().iterator().next().options().size();
            return Optional.of(Grading.single(0, single, data.below(options, 2)));
        } else if (question instanceof Question.TrueFalse trueFalse) {
            return Optional.of(Grading.trueFalse(0, trueFalse, data.below(2, 2) == 1));
        }
        return Optional.empty();
    }
}
