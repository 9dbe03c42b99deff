package org.panfeng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A lesson with many short questions of one answer, so that everybody has enough to press. */
final class Quiz {
    static final int QUESTIONS = 20;

    private Quiz() {}

    static void write(Path config) throws IOException {
        StringBuilder text = new StringBuilder("""
                ---
                theme: ability
                minutes: 1
                ---
                # 二十道小题

                每天进步一点点：先读一读，再做题。

                ## 测验
                """);
        for (int i = 1; i <= QUESTIONS; i++) {
            text.append(i % 3 == 0 ? trueFalse(i) : singleChoice(i));
        }
        Path programme = Files.createDirectories(config.resolve("programmes").resolve("office"));
        Files.writeString(programme.resolve("01-twenty.zh.md"), text);
    }

    private static String singleChoice(int number) {
        return """

                ### %d 加一是多少？
                - [ ] %d
                - [x] %d
                - [ ] %d
                - [ ] %d

                > 往后数一个数。
                """.formatted(number, number, number + 1, number + 2, number + 3);
    }

    private static String trueFalse(int number) {
        return """

                ### 判断：%d 比 %d 小
                - [x] 对
                - [ ] 错

                > 数一数就知道了。
                """.formatted(number, number + 1);
    }
}
