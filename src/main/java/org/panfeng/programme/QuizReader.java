package org.panfeng.programme;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/** Reads the quiz of a lesson: headings of the third level are the prompts, what stands below each belongs to it. */
final class QuizReader {
    private final MarkdownFile file;
    private final List<QuestionBuilder> questions = new ArrayList<>();
    private @Nullable QuestionBuilder current;

    QuizReader(MarkdownFile file) {
        this.file = file;
    }

    List<QuizQuestion> read(Node quizHeading) {
        for (Node block = quizHeading.getNext(); block != null; block = block.getNext()) {
            add(block);
        }
        if (questions.isEmpty()) {
            file.report(
                    quizHeading, "the quiz has no question; write a prompt as `### …` and its options as `- [ ] …`");
        }
        return questions.stream().map(QuestionBuilder::build).toList();
    }

    private void add(Node block) {
        if (block instanceof Heading heading) {
            prompt(heading);
        } else if (current == null) {
            file.report(block, "nothing may stand between the quiz heading and the first prompt (`### …`)");
        } else if (block instanceof BulletList list) {
            current.options(list);
        } else if (block instanceof BlockQuote quote) {
            current.explanation(quote);
        } else if (block instanceof Paragraph paragraph) {
            paragraph(current, paragraph);
        } else if (block instanceof OrderedList) {
            file.report(block, "options are a list of `- [ ] …`, without numbers");
            current.spoil();
        } else {
            stray(current, block);
        }
    }

    private void prompt(Heading heading) {
        if (heading.getLevel() != 3) {
            file.report(heading, "in the quiz every heading is a prompt of the third level: `### …`");
        }
        current = new QuestionBuilder(file, heading);
        questions.add(current);
    }

    private void paragraph(QuestionBuilder question, Paragraph paragraph) {
        int line = MarkdownFile.line(paragraph);
        List<String> lines = file.linesOf(paragraph);
        if (lines.stream().allMatch(text -> text.startsWith("="))) {
            lines.forEach(text -> question.accepted(line, text.substring(1)));
        } else {
            stray(question, paragraph);
        }
    }

    private void stray(QuestionBuilder question, Node block) {
        file.report(
                block,
                "this is no part of a question; options look like `- [ ] …`, typed answers like `= 26 | 26度`,"
                        + " the explanation like `> …`");
        question.spoil();
    }
}
