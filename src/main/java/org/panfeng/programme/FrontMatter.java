package org.panfeng.programme;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the two lines {@code ---} at the top of a lesson.
 *
 * @param themeLine the line of the theme, or of the opening {@code ---}
 * @param theme null where it is among the findings
 */
record FrontMatter(int themeLine, @Nullable Theme theme, int minutes, String source) {
    private static final String FENCE = "---";
    private static final List<String> KEYS = List.of("theme", "minutes", "source");
    private static final List<String> THEMES =
            Arrays.stream(Theme.values()).map(FrontMatter::word).toList();
    private static final int MOST_MINUTES = 60;

    Theme knownTheme() {
        return Objects.requireNonNull(theme, "the theme is among the findings");
    }

    /** The line of the closing {@code ---}, or empty and a finding. */
    static Optional<Integer> end(TextFile file, List<Finding> findings) {
        List<String> lines = file.lines();
        if (!lines.get(0).stripTrailing().equals(FENCE)) {
            findings.add(file.finding(1, "a lesson begins with `---`, `theme: …`, `minutes: …` and again `---`"));
            return Optional.empty();
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).stripTrailing().equals(FENCE)) {
                return Optional.of(i + 1);
            }
        }
        findings.add(file.finding(1, "the `---` here is never closed; write `---` below the last `key: value`"));
        return Optional.empty();
    }

    /** The lesson without its front matter, every line where it was. */
    static TextFile body(TextFile file, int end) {
        List<String> lines = file.lines();
        return with(file, "\n".repeat(end) + String.join("\n", lines.subList(end, lines.size())));
    }

    static FrontMatter read(TextFile file, int end, List<Finding> findings) {
        TextFile yaml = with(file, "\n" + String.join("\n", file.lines().subList(1, end - 1)));
        int before = findings.size();
        Map<String, YamlText.Entry> entries = new HashMap<>();
        for (YamlText.Entry entry : YamlText.read(yaml, findings)) {
            if (KEYS.contains(entry.key())) {
                entries.put(entry.key(), entry);
            } else {
                findings.add(file.finding(
                        entry.line(),
                        "\"%s\" is no key of a lesson; there are: %s.%s"
                                .formatted(
                                        entry.key(), String.join(", ", KEYS), Spelling.didYouMean(entry.key(), KEYS))));
            }
        }
        boolean readable = findings.size() == before;
        YamlText.Entry theme = entries.get("theme");
        YamlText.Entry source = entries.get("source");
        if (readable || theme != null) {
            checkTheme(file, theme, findings);
        }
        return new FrontMatter(
                theme == null ? 1 : theme.line(),
                theme == null ? null : themeOf(theme.text()),
                minutes(file, entries.get("minutes"), readable, findings),
                source == null ? "" : source.text());
    }

    private static void checkTheme(TextFile file, YamlText.@Nullable Entry theme, List<Finding> findings) {
        String known = "; there are: " + String.join(", ", THEMES);
        if (theme == null) {
            findings.add(file.finding(1, "the theme is missing; write `theme: …`" + known));
        } else if (themeOf(theme.text()) == null) {
            String problem =
                    "\"" + theme.text() + "\" is no theme" + known + "." + Spelling.didYouMean(theme.text(), THEMES);
            findings.add(file.finding(theme.line(), problem));
        }
    }

    private static int minutes(
            TextFile file, YamlText.@Nullable Entry minutes, boolean readable, List<Finding> findings) {
        if (minutes != null
                && minutes.text().matches("[1-9]\\d?")
                && Integer.parseInt(minutes.text()) <= MOST_MINUTES) {
            return Integer.parseInt(minutes.text());
        }
        if (minutes != null) {
            findings.add(file.finding(
                    minutes.line(),
                    "\"" + minutes.text() + "\" are no minutes; write a number from 1 to " + MOST_MINUTES));
        } else if (readable) {
            findings.add(file.finding(1, "the reading time is missing; write for example `minutes: 3`"));
        }
        return 1;
    }

    private static @Nullable Theme themeOf(String word) {
        for (Theme theme : Theme.values()) {
            if (word(theme).equals(word)) {
                return theme;
            }
        }
        return null;
    }

    private static String word(Theme theme) {
        return theme.name().toLowerCase(Locale.ROOT);
    }

    private static TextFile with(TextFile file, String text) {
        return new TextFile(file.place(), file.name(), text);
    }
}
