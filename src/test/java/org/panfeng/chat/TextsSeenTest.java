package org.panfeng.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every text stands in a golden conversation, where a reviewer reads it in its place. */
class TextsSeenTest {
    /** Texts that no conversation shows, each with the reason. */
    private static final Map<String, String> EXCEPT =
            Map.of("not-for-you.leader", "no command is for leaders alone yet");

    @ParameterizedTest
    @EnumSource
    void everyTextStandsInAGoldenConversation(Language language) throws IOException {
        List<String> told = told(language);
        List<String> unseen = Texts.keys(language).stream()
                .filter(key -> !EXCEPT.containsKey(key))
                .filter(key -> !isSeen(language, key, told))
                .sorted()
                .toList();
        assertThat(unseen).as("texts that no golden file shows").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsExceptedIsStillThereAndStillUnseen(Language language) throws IOException {
        List<String> told = told(language);
        assertThat(new TreeSet<>(Texts.keys(language))).containsAll(EXCEPT.keySet());
        assertThat(EXCEPT.keySet()).noneMatch(key -> isSeen(language, key, told));
    }

    private static boolean isSeen(Language language, String key, List<String> told) {
        Pattern text = TextPattern.of(Texts.pattern(language, key));
        return told.stream().anyMatch(part -> text.matcher(part).find());
    }

    /** What was seen after each thing that somebody did. */
    private static List<String> told(Language language) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/golden"))) {
            return files.filter(file -> file.toString().endsWith("." + language.code() + ".txt"))
                    .sorted()
                    .flatMap(file -> Stream.of(read(file).split("\n(?=[›━—])")))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
