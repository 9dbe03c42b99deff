package org.panfeng.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.LetterId;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Topic;
import org.panfeng.programme.Lesson;

/** A day's lesson in one language, written down once for everybody: its documents and, after them, the reading. */
record LessonLetters(List<LetterId> documents, LetterId reading) {
    LessonLetters {
        documents = List.copyOf(documents);
    }

    static LessonLetters write(Outbox outbox, Lesson lesson, LocalDate day, Language language, boolean silent) {
        return new LessonLetters(
                LessonMessage.documents(lesson, language).stream()
                        .map(document -> outbox.letter(document, about(day)))
                        .toList(),
                outbox.letter(LessonMessage.of(lesson, day, language, silent), about(day)));
    }

    /** What letters about a day's lesson are called back by. */
    static String about(LocalDate day) {
        return "lesson:" + day;
    }

    /** The copies for somebody who has just been given the task, in the order in which they are to arrive. */
    List<Outbox.Copy> to(TaskId task, long chatId) {
        List<Outbox.Copy> copies = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            copies.add(new Outbox.Copy(chatId, documents.get(i), LessonMessage.topic(task, i), null));
        }
        copies.add(new Outbox.Copy(chatId, reading, Topic.about(DailyPush.TOPIC, task.value()), null));
        return copies;
    }
}
