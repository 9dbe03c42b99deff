package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panfeng.storage.Address;

/** What is done every night to keep the data safe. */
class NightWatchTest {
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path folder;

    private Office office(String... settings) {
        return new Office(
                TestDatabase.open(new Address("jdbc:h2:file:" + folder.resolve("data/panfeng"), "panfeng", "")),
                "2026-11-16T05:10",
                Stream.concat(Stream.of("backup.dir=" + folder.resolve("backups")), Stream.of(settings))
                        .toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void passes(Office office, int nights) {
        for (int i = 0; i < nights; i++) {
            office.panfeng().night.work(office.now().plus(DAY.multipliedBy(i)));
        }
    }

    @Test
    void aNightIsDoneOnceAnHourAfterTheDayHasClosed() throws IOException {
        try (Office office = office()) {
            office.panfeng().night.work(office.now().minus(Duration.ofMinutes(15)));
            assertThat(files()).containsExactly("panfeng-2026-11-15.backup");
            passes(office, 1);
            assertThat(files()).containsExactly("panfeng-2026-11-15.backup", "panfeng-2026-11-16.backup");
            Files.delete(folder.resolve("backups/panfeng-2026-11-16.backup"));
            office.panfeng().night.work(office.now().plus(Duration.ofHours(23)));
            assertThat(files()).containsExactly("panfeng-2026-11-15.backup");
        }
    }

    @Test
    void theOldestGoAndWhatSomebodyElsePutThereStays() throws IOException {
        Path own = Files.createDirectories(folder.resolve("backups")).resolve("panfeng-before-the-move.backup");
        Files.writeString(own, "mine");
        try (Office office = office("backup.keep=3")) {
            passes(office, 5);
            assertThat(files())
                    .containsExactly(
                            "panfeng-2026-11-18.backup",
                            "panfeng-2026-11-19.backup",
                            "panfeng-2026-11-20.backup",
                            own.getFileName().toString());
        }
    }

    @Test
    void whatGoesWrongIsToldOnceANightAndStandsInStatusUntilItGoesWell() throws IOException {
        Path place = Files.writeString(folder.resolve("backups"), "a file where the folder should be");
        try (Office office = office()) {
            Member admin = office.admin().says("/start").forgets();
            passes(office, 1);
            passes(office, 1);
            office.deliver();
            admin.sees("夜间检查和备份出错").sees("no backup in");
            admin.says("/status").sees("夜间检查和备份出错：no backup in");
            Files.delete(place);
            passes(office, 1);
            assertThat(files()).containsExactly("panfeng-2026-11-16.backup");
            assertThat(office.panfeng().night.trouble()).isEmpty();
        }
    }

    @Test
    void aDatabaseInMemoryHasNoNights() {
        try (Office office = new Office(TestDatabase.H2, "2026-11-16T05:10", "backup.dir=" + folder.resolve("none"))) {
            office.panfeng().night.due(office.now());
            assertThat(folder.resolve("none")).doesNotExist();
        }
    }
}
