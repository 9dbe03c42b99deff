package org.panfeng.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text exists in every language, can be filled in, and is used. */
class TextsTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(new TreeSet<>(Texts.keys(Language.EN))).isEqualTo(new TreeSet<>(Texts.keys(Language.ZH)));
    }

    @Test
    void bothLanguagesUseTheSameArguments() {
        for (String key : Texts.keys(Language.ZH)) {
            assertThat(arguments(Language.EN, key)).as(key).isEqualTo(arguments(Language.ZH, key));
        }
    }

    @Test
    void everyTextCanBeFilledIn() {
        for (Language language : Language.values()) {
            for (String key : Texts.keys(language)) {
                String text = Texts.html(language, key, 1, 2, 3, 4, 5, 6, 7, 8, 9);
                assertThat(text).as(key).isNotBlank().doesNotContain("{").doesNotContain("}");
                assertThat(new MessageFormat(Texts.pattern(language, key))
                                        .toPattern()
                                        .contains("''")
                                || !text.contains("''"))
                        .as("%s in %s doubles a quote", key, language)
                        .isTrue();
            }
        }
    }

    @Test
    void everyTextIsUsed() throws IOException {
        String source = source();
        for (String key : Texts.keys(Language.ZH)) {
            String stem = key.substring(0, key.lastIndexOf('.') + 1);
            assertThat(source.contains("\"" + key + "\"") || (!stem.isEmpty() && source.contains("\"" + stem + "\"")))
                    .as("%s is said somewhere", key)
                    .isTrue();
        }
    }

    @Test
    void argumentsAreEscapedUnlessTheyAreHtml() {
        assertThat(Texts.html(Language.EN, "notice", "<b> & co")).contains("&lt;b&gt; &amp; co");
        assertThat(Texts.html(Language.EN, "notice", new Html("<b>x</b>"))).contains("<b>x</b>");
    }

    private static Set<String> arguments(Language language, String key) {
        Matcher matcher = ARGUMENT.matcher(Texts.pattern(language, key));
        return matcher.results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String source() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
