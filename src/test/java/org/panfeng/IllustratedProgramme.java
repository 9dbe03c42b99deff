package org.panfeng;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A programme of one lesson in Chinese, with a picture between two paragraphs and a document. */
final class IllustratedProgramme {
    static final String DESCRIPTION = "四个桶 <红黄蓝绿>";

    private IllustratedProgramme() {}

    /** Writes it into this folder, which is then good as {@code config}. */
    static Path in(Path config) {
        try {
            Path programme = Files.createDirectories(config.resolve("programmes/office"));
            Files.write(programme.resolve("01-bins.zh.png"), png(40, 30));
            Files.writeString(programme.resolve("01-check.zh.pdf"), "%PDF-1.7");
            Files.writeString(programme.resolve("01-bins.zh.md"), """
                    ---
                    theme: standards
                    minutes: 3
                    ---
                    # 垃圾分类

                    先看颜色。

                    ![四个桶 \\<红黄蓝绿>](01-bins.zh.png)

                    再看标签。

                    [检查表（PDF，1 页）](01-check.zh.pdf)

                    ## 测验

                    ### 电池放哪里？
                    - [x] 红桶
                    - [ ] 绿桶

                    > 有害垃圾。
                    """);
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path picture(Path config) {
        return config.resolve("programmes/office/01-bins.zh.png");
    }

    static Path document(Path config) {
        return config.resolve("programmes/office/01-check.zh.pdf");
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
