package org.panfeng.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panfeng.sandbox.StandIn;

/** Commands beside a running bot pass their work to it, since an H2 file lets in one process. */
class BesideTest {
    private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";

    @TempDir
    private Path folder;

    private String says(int code, StandIn standIn, String... arguments) {
        try (BotProcess command = BotProcess.start(folder, BotProcess.settings(standIn.url(), TOKEN), arguments)) {
            assertThat(command.exitWithin(Duration.ofSeconds(60)))
                    .as(command.said())
                    .isEqualTo(code);
            return command.said();
        }
    }

    @Test
    void backupAndVerifyAreDoneByTheBotAndRestoreIsRefused() throws IOException {
        Lesson.write(folder.resolve("config"));
        Path running = folder.resolve("data/panfeng.running");
        try (StandIn standIn = StandIn.start(0, TOKEN, Clock.systemUTC());
                BotProcess bot = BotProcess.start(folder, BotProcess.settings(standIn.url(), TOKEN), "run")) {
            bot.awaitReady();
            assertThat(Files.getPosixFilePermissions(running)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(says(0, standIn, "backup", "copy.backup"))
                    .contains("Written to " + folder.toRealPath().resolve("copy.backup"), "MB.");
            assertThat(says(0, standIn, "verify")).contains("tables read.", "0 people looked at, 0 differences.");
            assertThat(says(3, standIn, "restore", "copy.backup")).contains("must be stopped first");
            assertThat(says(3, standIn, "backup", "said.txt/copy")).contains("cannot be written");
            String secret = Files.readString(running);
            Files.writeString(running, secret.replaceFirst(" .*", " " + "00".repeat(32)));
            assertThat(says(3, standIn, "verify")).contains("is in use by another process");
            bot.kill();
            Files.writeString(running, secret);
            assertThat(says(0, standIn, "verify")).contains("0 differences.");
            assertThat(says(0, standIn, "restore", "copy.backup")).contains("Restored");
        }
    }

    @Test
    void aPortThatNowBelongsToAnotherProgramIsNotToldTheSecret() throws Exception {
        Lesson.write(folder.resolve("config"));
        try (StandIn standIn = StandIn.start(0, TOKEN, Clock.systemUTC());
                ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                BotProcess bot = BotProcess.start(folder, BotProcess.settings(standIn.url(), TOKEN), "run")) {
            bot.awaitReady();
            Path running = folder.resolve("data/panfeng.running");
            Files.writeString(running, Files.readString(running).replaceFirst("\\d+", "" + stranger.getLocalPort()));
            assertThat(says(3, standIn, "verify")).contains("is in use by another process");
        }
    }
}
