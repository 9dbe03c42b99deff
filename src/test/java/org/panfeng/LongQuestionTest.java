package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panfeng.mailbox.Keyboard;

/** The longest question that a lesson may hold. */
class LongQuestionTest {
    private static final String MONDAY = "2026-11-16T09:00";

    @Test
    void theLongestQuestionFitsAndItsButtonsHaveLetters(@TempDir Path config) throws IOException {
        Path lesson =
                Files.createDirectories(config.resolve("programmes/office")).resolve("01-long.zh.md");
        String options = IntStream.range(0, 6)
                .mapToObj(i -> "- [" + (i % 2 == 0 ? "x" : " ") + "] " + ("选" + i + "&<").repeat(25))
                .collect(Collectors.joining("\n"));
        Files.writeString(
                lesson,
                "---\ntheme: ability\nminutes: 1\n---\n# 长\n\n文\n\n## 测验\n\n### %s\n%s\n\n> %s\n"
                        .formatted("问".repeat(300), options, "因".repeat(600)));
        try (Office office = new Office(TestDatabase.H2, MONDAY, "config=" + config)) {
            Member li = office.enrolled(1, "李明").presses("开始答题");
            assertThat(li.chat().get(li.chat().size() - 1).keyboard().rows().get(0))
                    .extracting(Keyboard.Button::label)
                    .containsExactly("A", "B", "C", "D", "E", "F");
            li.presses("A").presses("B").presses("F").presses("提交").sees("您答的是“ABF”，正确答案是“ACE”");
            assertThat(li.chat())
                    .allSatisfy(shown -> assertThat(shown.text()
                                    .replaceAll("<[^>]*>", "")
                                    .replaceAll("&\\w+;", "&")
                                    .length())
                            .isLessThan(4096));
        }
    }
}
