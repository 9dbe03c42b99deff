package org.panfeng.study;

import java.time.LocalDate;
import java.util.Locale;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.programme.Lesson;
import org.panfeng.programme.Theme;

/** The day's reading with the button to its quiz; the same for everybody who speaks the language. */
final class LessonMessage {
    private LessonMessage() {}

    static Outgoing.Send of(Lesson lesson, LocalDate day, Language language, boolean silent) {
        Lesson.Reading reading = lesson.in(language);
        StringBuilder markdown = new StringBuilder();
        markdown.append("# ").append(reading.title()).append("\n\n");
        markdown.append("*")
                .append(Texts.plain(
                        language,
                        "task.heading",
                        Dates.day(language, day),
                        Texts.plain(language, Review.is(lesson.id()) ? "review.theme" : theme(lesson.theme())),
                        lesson.minutes(),
                        lesson.questions().size()))
                .append("*\n\n");
        markdown.append(reading.markdown());
        if (!reading.source().isEmpty()) {
            markdown.append("\n\n").append(Texts.plain(language, "task.source", reading.source()));
        }
        return new Outgoing.Send(Content.rich(markdown.toString()), start(day, language), silent);
    }

    /** The text that names a theme. */
    static String theme(Theme theme) {
        return "theme." + theme.name().toLowerCase(Locale.ROOT);
    }

    static Keyboard start(LocalDate day, Language language) {
        return Keyboard.row(new Button(Texts.plain(language, "quiz.start"), QuizButtons.start(day)));
    }
}
