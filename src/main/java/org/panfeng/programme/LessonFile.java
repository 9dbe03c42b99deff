package org.panfeng.programme;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;
import org.panfeng.chat.Language;

/** A lesson as the file of one language says it. */
record LessonFile(
        TextFile file, Language language, FrontMatter front, Lesson.Reading reading, List<QuizQuestion> quiz) {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_READING = 30_000;
    private static final Set<String> QUIZ = Set.of("测验", "Quiz");

    /** Reads a file and reports everything that is wrong with it; empty if not even its parts could be told apart. */
    static Optional<LessonFile> read(TextFile file, Language language, MediaFolder folder, List<Finding> findings) {
        return FrontMatter.end(file, findings).map(end -> {
            FrontMatter front = FrontMatter.read(file, end, findings);
            MarkdownFile body = new MarkdownFile(FrontMatter.body(file, end), findings);
            Heading title = title(body, end);
            Heading quiz = quiz(body, language);
            MediaReader media = new MediaReader(body, folder);
            media.read(title == null ? body.document().getFirstChild() : title.getNext(), quiz);
            body.document().accept(new ReadingRules(body, media.nodes()));
            return new LessonFile(
                    file,
                    language,
                    front,
                    reading(body, title, quiz, end, front, media),
                    quiz == null ? List.of() : new QuizReader(body).read(quiz));
        });
    }

    private static @Nullable Heading title(MarkdownFile body, int frontMatterEnd) {
        if (!(body.document().getFirstChild() instanceof Heading heading) || heading.getLevel() != 1) {
            body.report(frontMatterEnd + 1, "the title is missing; the lesson begins with `# …` below the `---`");
            return null;
        }
        String title = PlainText.of(heading);
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            body.report(
                    heading,
                    "the title has %d characters; 1 to %d are possible".formatted(title.length(), LONGEST_TITLE));
        }
        return heading;
    }

    private static @Nullable Heading quiz(MarkdownFile body, Language language) {
        for (Node block = body.document().getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading heading && heading.getLevel() == 2 && QUIZ.contains(PlainText.of(heading))) {
                return heading;
            }
        }
        String words = language == Language.ZH ? "测验" : "Quiz";
        body.report(body.length(), "the quiz is missing; write `## " + words + "` and below it the questions");
        return null;
    }

    private static Lesson.Reading reading(
            MarkdownFile body,
            @Nullable Heading title,
            @Nullable Heading quiz,
            int frontMatterEnd,
            FrontMatter front,
            MediaReader media) {
        int start = title == null ? frontMatterEnd : MarkdownFile.lastLine(title);
        int end = quiz == null ? body.length() + 1 : MarkdownFile.line(quiz);
        String markdown = body.between(start, end);
        if (markdown.isEmpty() || markdown.length() > LONGEST_READING) {
            body.report(
                    start,
                    "the reading below has %d characters; 1 to %d are possible"
                            .formatted(markdown.length(), LONGEST_READING));
        }
        for (Node block = title == null ? null : title.getNext();
                block != null && block != quiz;
                block = block.getNext()) {
            if (block instanceof Heading heading && heading.getLevel() == 1) {
                body.report(heading, "a lesson has one title; write headings within it as `## …`");
            }
        }
        return new Lesson.Reading(
                title == null ? "" : PlainText.of(title),
                markdown,
                front.source(),
                media.pictures(),
                media.documents());
    }

    String placeOf(int line) {
        return file.place() + ":" + line;
    }
}
