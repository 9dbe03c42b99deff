package org.panfeng;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lessons of a few lines in both languages, as many as a test wants: each asks to choose, to judge and to type. */
final class SmallLessons {
    private static final List<String> THEMES = List.of("innovation", "conduct", "ability", "standards");

    private final Path folder;

    SmallLessons(Path config) throws IOException {
        folder = Files.createDirectories(config.resolve("programmes/office"));
    }

    /** Writes the lessons with these numbers, both included; their themes take turns. */
    SmallLessons write(int from, int to) throws IOException {
        for (int number = from; number <= to; number++) {
            String theme = THEMES.get((number - 1) % THEMES.size());
            Files.writeString(file(number, "zh"), ZH.formatted(theme, number, number, number, number, number));
            Files.writeString(file(number, "en"), EN.formatted(theme, number, number, number, number, number));
        }
        return this;
    }

    void take(int... numbers) throws IOException {
        for (int number : numbers) {
            Files.delete(file(number, "zh"));
            Files.delete(file(number, "en"));
        }
    }

    private Path file(int number, String language) {
        return folder.resolve("%02d-small.%s.md".formatted(number, language));
    }

    private static final String ZH = """
            ---
            theme: %s
            minutes: 1
            ---
            # 第%d课

            第%d课讲的是一件小事。

            ## 测验

            ### 第%d课选哪个？
            - [x] 这个
            - [ ] 那个

            > 这个才对。

            ### 第%d课对不对？
            - [x] 对
            - [ ] 错

            > 对。

            ### 第%d课写几？
            = 26

            > 二十六。
            """;

    private static final String EN = """
            ---
            theme: %s
            minutes: 1
            ---
            # Lesson %d

            Lesson %d is about one small thing.

            ## Quiz

            ### Lesson %d: which one?
            - [x] This
            - [ ] That

            > This one.

            ### Lesson %d: true or false?
            - [x] True
            - [ ] False

            > True.

            ### Lesson %d: which number?
            = 26

            > Twenty-six.
            """;
}
