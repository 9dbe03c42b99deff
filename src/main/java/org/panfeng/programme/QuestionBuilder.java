package org.panfeng.programme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.panfeng.programme.Question.Wording;
import org.panfeng.programme.QuizQuestion.Kind;

/** One question while its parts are being read. Lengths are in UTF-16 units, as Telegram counts them. */
final class QuestionBuilder {
    private static final int LONGEST_PROMPT = 300;
    private static final int LONGEST_OPTION = 100;
    private static final int LONGEST_EXPLANATION = 600;
    private static final int MOST_OPTIONS = 6;
    private static final Set<List<String>> TRUE_FALSE = Set.of(List.of("对", "错"), List.of("true", "false"));
    private static final Pattern OPTION = Pattern.compile("\\[([ xX])]\\s+(\\S.*)");

    private final MarkdownFile file;
    private final int line;
    private final String prompt;
    private final List<String> options = new ArrayList<>();
    private final Set<Integer> right = new TreeSet<>();
    private final List<String> accepted = new ArrayList<>();
    private String explanation = "";
    private boolean listSeen;
    private boolean broken;

    QuestionBuilder(MarkdownFile file, Heading heading) {
        this.file = file;
        this.line = MarkdownFile.line(heading);
        this.prompt = PlainText.of(heading);
    }

    /** Says that a mistake of this question was reported, so that what is missing because of it is not reported too. */
    void spoil() {
        broken = true;
    }

    void options(BulletList list) {
        if (listSeen) {
            fail(MarkdownFile.line(list), "this question has a second list of options; a prompt begins with `###`");
            return;
        }
        listSeen = true;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            option(item);
        }
    }

    private void option(Node item) {
        int itemLine = MarkdownFile.line(item);
        boolean oneParagraph = item.getFirstChild() instanceof Paragraph
                && item.getFirstChild().getNext() == null;
        Matcher matcher = OPTION.matcher(oneParagraph ? PlainText.of(item.getFirstChild()) : "");
        if (!matcher.matches()) {
            fail(itemLine, "an option is one line `- [ ] …`, the right one `- [x] …`");
            return;
        }
        String option = matcher.group(2).strip();
        tooLong(itemLine, "the option", option, LONGEST_OPTION);
        if (!matcher.group(1).isBlank()) {
            right.add(options.size());
        }
        options.add(option);
    }

    void accepted(int acceptedLine, String alternatives) {
        for (String alternative : alternatives.split("\\|", -1)) {
            if (ShortAnswers.fold(alternative).isEmpty()) {
                fail(acceptedLine, "an accepted answer is empty; write for example `= 26 | 26度`");
            } else {
                tooLong(acceptedLine, "the answer", alternative.strip(), LONGEST_OPTION);
                accepted.add(alternative.strip());
            }
        }
    }

    void explanation(BlockQuote quote) {
        explanation = (explanation + "\n" + PlainText.of(quote)).strip();
        tooLong(MarkdownFile.line(quote), "the explanation", explanation, LONGEST_EXPLANATION);
    }

    QuizQuestion build() {
        checkWords();
        boolean typed = !accepted.isEmpty();
        if (typed && listSeen) {
            fail(line, "the question has both options and a typed answer; keep one of them");
        } else if (!typed && !broken) {
            checkOptions();
        }
        Kind kind = broken ? Kind.BROKEN : typed ? Kind.SHORT_ANSWER : kindOfChoice();
        Wording wording = new Wording(prompt, kind == Kind.TRUE_FALSE ? List.of() : options, explanation);
        return new QuizQuestion(line, kind, wording, right, accepted);
    }

    private void checkWords() {
        if (prompt.isEmpty()) {
            fail(line, "the prompt is empty; write `### …`");
        }
        tooLong(line, "the prompt", prompt, LONGEST_PROMPT);
        if (explanation.isEmpty()) {
            fail(line, "the explanation is missing; write below the answers `> …`: why the right answer is right");
        }
    }

    private void checkOptions() {
        if (options.isEmpty()) {
            fail(line, "the question has no answer; write options `- [ ] …` or a typed answer `= …`");
        } else if (options.size() < 2 || options.size() > MOST_OPTIONS) {
            fail(line, "the question has " + options.size() + " options; 2 to " + MOST_OPTIONS + " are possible");
        } else if (right.isEmpty()) {
            fail(line, "no option is right; mark the right one `- [x] …`");
        } else if (right.size() == options.size()) {
            fail(line, "all options are marked as right; at least one must be wrong");
        } else if (TRUE_FALSE.contains(List.of(options.get(1).toLowerCase(Locale.ROOT), first()))) {
            fail(line, "\"%s\" comes before \"%s\"".formatted(options.get(1), options.get(0)));
        }
        Set<String> seen = new HashSet<>();
        for (String option : options) {
            if (!seen.add(option.toLowerCase(Locale.ROOT))) {
                fail(line, "the option \"" + option + "\" stands there twice");
            }
        }
    }

    private Kind kindOfChoice() {
        if (options.size() == 2
                && TRUE_FALSE.contains(List.of(first(), options.get(1).toLowerCase(Locale.ROOT)))) {
            return Kind.TRUE_FALSE;
        }
        return right.size() == 1 ? Kind.SINGLE_CHOICE : Kind.MULTIPLE_CHOICE;
    }

    private String first() {
        return options.get(0).toLowerCase(Locale.ROOT);
    }

    private void tooLong(int at, String what, String text, int longest) {
        if (text.length() > longest) {
            fail(at, "%s has %d characters; %d are possible".formatted(what, text.length(), longest));
        }
    }

    private void fail(int at, String problem) {
        file.report(at, problem);
        broken = true;
    }
}
