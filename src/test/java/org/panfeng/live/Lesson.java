package org.panfeng.live;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A lesson with one question of each kind. */
final class Lesson {
    static final int QUESTIONS = 4;

    private static final String TEXT = """
            ---
            theme: ability
            minutes: 1
            ---
            # 四种题目

            每种题目各一道。

            ## 测验

            ### 一周有几天？
            - [ ] 五天
            - [x] 七天
            - [ ] 九天

            > 七天。

            ### 哪些是颜色？
            - [x] 红
            - [ ] 三
            - [x] 蓝
            - [ ] 大

            > 红和蓝。

            ### 判断：一年有十二个月
            - [x] 对
            - [ ] 错

            > 十二个月。

            ### 一只手有几根手指？
            = 5 | 五

            > 五根。
            """;

    private Lesson() {}

    /** Writes it as the only one of the programme that runs by default. */
    static void write(Path config) throws IOException {
        Path programme = Files.createDirectories(config.resolve("programmes").resolve("office"));
        Files.writeString(programme.resolve("01-kinds.zh.md"), TEXT);
    }

    /** The same with a picture and a document. */
    static void writeWithFiles(Path config) throws IOException {
        write(config);
        Path programme = config.resolve("programmes").resolve("office");
        ImageIO.write(
                new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB),
                "png",
                programme.resolve("01-kinds.zh.png").toFile());
        Files.writeString(programme.resolve("01-kinds.zh.pdf"), "%PDF-1.7");
        Files.writeString(
                programme.resolve("01-kinds.zh.md"),
                TEXT.replace("每种题目各一道。", "每种题目各一道。\n\n![四种图形](01-kinds.zh.png)\n\n[题目单](01-kinds.zh.pdf)"));
    }
}
