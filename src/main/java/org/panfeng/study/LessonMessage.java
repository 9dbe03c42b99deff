package org.panfeng.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Topic;
import org.panfeng.programme.Lesson;
import org.panfeng.programme.Theme;

/** The day's reading with the button to its quiz, and its documents; the same for everybody who speaks the language. */
final class LessonMessage {
    private static final String DOCUMENT = "document";

    private LessonMessage() {}

    static Outgoing.Send of(Lesson lesson, LocalDate day, Language language, boolean silent) {
        Lesson.Reading text = lesson.in(language);
        StringBuilder markdown = new StringBuilder();
        markdown.append("# ").append(text.title()).append("\n\n");
        markdown.append("*")
                .append(Texts.plain(
                        language,
                        "task.heading",
                        Dates.day(language, day),
                        Texts.plain(language, Review.is(lesson.id()) ? "review.theme" : theme(lesson.theme())),
                        lesson.minutes(),
                        lesson.questions().size()))
                .append("*\n\n");
        markdown.append(text.markdown());
        if (!text.source().isEmpty()) {
            markdown.append("\n\n").append(Texts.plain(language, "task.source", text.source()));
        }
        Content reading = new Content.Rich(markdown.toString(), text.pictures());
        return new Outgoing.Send(reading, start(day, language), silent);
    }

    /** What is sent before the reading, so that the reading and its button stay last. */
    static List<Outgoing.Document> documents(Lesson lesson, Language language) {
        return lesson.in(language).documents().stream()
                .map(document -> new Outgoing.Document(document.file(), document.title()))
                .toList();
    }

    /** What a document of a task is about, so that it is known to have been sent; nobody wants a report of it. */
    static Topic topic(TaskId task, int document) {
        return new Topic(DOCUMENT, task.value(), document);
    }

    /** The text that names a theme. */
    static String theme(Theme theme) {
        return "theme." + theme.name().toLowerCase(Locale.ROOT);
    }

    static Keyboard start(LocalDate day, Language language) {
        return Keyboard.row(new Button(Texts.plain(language, "quiz.start"), QuizButtons.start(day)));
    }
}
