package org.panfeng.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An H2 file belongs to one process. */
class SecondProcessTest {
    @TempDir
    private Path folder;

    @Test
    void aSecondProcessOnTheSameFileSaysWhoHasIt() throws Exception {
        Path file = Files.createDirectories(folder.resolve("data")).resolve("panfeng");
        try (Connection first = DriverManager.getConnection("jdbc:h2:file:" + file, "panfeng", "");
                BotProcess second =
                        BotProcess.start(folder, BotProcess.settings("http://127.0.0.1:9", "1:none"), "run")) {
            assertThat(second.exitWithin(Duration.ofSeconds(60)))
                    .as(second.said())
                    .isEqualTo(3);
            assertThat(second.said())
                    .contains("panfeng.mv.db is in use by another process. Is Panfeng running already?", "database.url")
                    .doesNotContain("\tat ", "Exception", " WARN ", " ERROR ");
            assertThat(first.isValid(1)).isTrue();
        }
    }
}
