package org.panfeng.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a text looks like once it is filled in: a regular expression in which arguments may be anything, and choices are alternatives. */
final class TextPattern {
    private static final String WORD = "[\\p{L}\\p{N}]";

    private final String pattern;
    private final StringBuilder expression = new StringBuilder();

    private TextPattern(String pattern) {
        this.pattern = pattern;
    }

    /**
     * @param pattern as it stands in the properties, read
     */
    static Pattern of(String pattern) {
        String expression = new TextPattern(pattern.strip()).expression();
        return Pattern.compile("(?<!" + WORD + "(?=" + WORD + "))" + expression + "(?!(?<=" + WORD + ")" + WORD + ")");
    }

    private String expression() {
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            literal(pattern.substring(from, open));
            from = closing(open) + 1;
            argument(pattern.substring(open + 1, from - 1));
        }
        literal(pattern.substring(from));
        return expression.toString();
    }

    private int closing(int open) {
        int depth = 0;
        for (int i = open; ; i++) {
            depth += pattern.charAt(i) == '{' ? 1 : pattern.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
    }

    private void literal(String text) {
        if (!text.isEmpty()) {
            expression.append(Pattern.quote(text.replace("''", "'")));
        }
    }

    private void argument(String argument) {
        String[] parts = argument.split(",", 3);
        if (parts.length < 3) {
            expression.append("[\\s\\S]*?");
            return;
        }
        expression.append(branches(parts[2]).stream()
                .map(branch -> new TextPattern(branch).expression())
                .collect(Collectors.joining("|", "(?:", ")")));
    }

    /** The wordings of a choice, without the limits they are chosen by. */
    private static List<String> branches(String choice) {
        List<String> branches = new ArrayList<>();
        for (String branch : choice.split("\\|")) {
            branches.add(branch.split("[#<]", 2)[1]);
        }
        return branches;
    }
}
