package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators read and copy names the settings that there are, all of them, and no other. */
class OperatorsPageTest {
    private static final String PAGE = "docs/operators.md";

    @Test
    void everySettingHasItsRow() throws IOException {
        assertThat(matches(PAGE, "(?m)^\\| `([a-z.-]+)` \\|")).containsAll(SettingsReader.keys());
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, "Dockerfile", "config/compose.yaml", "src/main/docker/healthy"})
    void everyVariableIsASetting(String file) throws IOException {
        List<String> variables = SettingsReader.keys().stream()
                .map(key -> key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'))
                .toList();
        TreeSet<String> named = new TreeSet<>(matches(file, "PANFENG_([A-Z_]+)"));
        assertThat(named).isNotEmpty().isSubsetOf(variables);
    }

    private static List<String> matches(String file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(Path.of(file)))
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
