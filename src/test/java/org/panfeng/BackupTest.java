package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.panfeng.storage.Address;
import org.panfeng.storage.Database;

/** {@code backup} and {@code restore}, as whoever runs the bot sees them. */
class BackupTest {
    private static final String MONDAY = "2026-11-16T08:00";

    @TempDir
    private Path folder;

    private final Shell shell = new Shell();
    private Path file;
    private Path backup;

    @BeforeEach
    void settle() {
        file = folder.resolve("data/panfeng.mv.db");
        backup = folder.resolve("copies/monday.backup");
        shell.with("PANFENG_DATABASE_URL", address().url()).with("PANFENG_BACKUP_DIR", folder.resolve("backups"));
    }

    private Address address() {
        return new Address("jdbc:h2:file:" + folder.resolve("data/panfeng"), "panfeng", "");
    }

    /** Enrols these people, and closes the database. */
    private void enrol(String... names) {
        try (Office office = new Office(TestDatabase.open(address()), MONDAY)) {
            for (String name : names) {
                office.enrolled(name.hashCode() & 0xffff, name);
            }
        }
    }

    private List<String> people() {
        try (Database database = TestDatabase.open(address())) {
            return database.jdbi()
                    .withHandle(handle -> handle.createQuery("select name from person order by name")
                            .mapTo(String.class)
                            .list());
        }
    }

    private void ends(int code, List<String> words, String... arguments) {
        Shell.Said said = shell.run(arguments);
        assertThat(said.words()).contains(words).doesNotContain("\tat ", "Exception", " WARN ", " ERROR ");
        assertThat(said.exitCode()).as(said.words()).isEqualTo(code);
    }

    @Test
    void whatWasBackedUpComesBackAndWhatWasThereIsKept() throws IOException {
        enrol("李明", "王芳");
        ends(0, List.of("Written to " + backup, "rows in", "MB."), "backup", backup.toString());
        enrol("后来");
        byte[] replaced = Files.readAllBytes(file);
        ends(
                0,
                List.of("Restored " + file + " as it was at", "all as the backup says", "panfeng.replaced-"),
                "restore",
                backup.toString());
        assertThat(people()).contains("李明", "王芳").doesNotContain("后来");
        try (Stream<Path> kept = Files.list(file.getParent())) {
            assertThat(kept.filter(path -> path.toString().contains("replaced")))
                    .singleElement()
                    .satisfies(path -> assertThat(path).hasBinaryContent(replaced));
        }
        ends(0, List.of("0 differences."), "verify");
    }

    @Test
    void aBackupComesBackWhereThereIsNoDatabase() throws IOException {
        enrol("李明");
        ends(0, List.of("Written to"), "backup", backup.toString());
        Files.delete(file);
        ends(0, List.of("Restored"), "restore", backup.toString());
        assertThat(people()).contains("李明");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "flipped", "foreign", "missing", "empty"})
    void whatIsNoWholeBackupIsRefusedAndNothingChanges(String how) throws IOException {
        enrol("李明");
        ends(0, List.of("Written to"), "backup", backup.toString());
        byte[] whole = Files.readAllBytes(backup);
        byte[] database = Files.readAllBytes(file);
        switch (how) {
            case "cut" -> Files.write(backup, Arrays.copyOf(whole, whole.length * 2 / 3));
            case "flipped" -> {
                whole[whole.length / 2] ^= 4;
                Files.write(backup, whole);
            }
            case "foreign" -> Files.writeString(backup, "This is no backup.");
            case "missing" -> Files.delete(backup);
            default -> Files.write(backup, new byte[0]);
        }
        ends(3, List.of("Nothing was changed."), "restore", backup.toString());
        assertThat(file).hasBinaryContent(database);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("panfeng.mv.db", "panfeng.journal", "panfeng.sums");
        }
    }

    @Test
    void aDatabaseThatWasCutShortComesBackByTheCommandThatTheRefusalNames() throws IOException {
        enrol("李明");
        Path nightly = folder.resolve("backups/panfeng-2026-11-16.backup");
        ends(0, List.of("Written to"), "backup", nightly.toString());
        Files.writeString(folder.resolve("backups/panfeng-2026-11-17.backup"), "spoilt");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        shell.with("PANFENG_TELEGRAM_TOKEN", "1:token").with("PANFENG_TELEGRAM_API_URL", "http://127.0.0.1:9");
        ends(3, List.of("is damaged: it has", "last good backup is " + nightly, "restore " + nightly), "run");
        ends(0, List.of("Restored"), "restore", nightly.toString());
        assertThat(people()).contains("李明");
    }

    @Test
    void postgresIsBackedUpWithItsOwnMeans() {
        shell.with("PANFENG_DATABASE_URL", TestDatabase.POSTGRES.settings().url())
                .with("PANFENG_DATABASE_USER", "postgres")
                .with("PANFENG_DATABASE_PASSWORD", "postgres");
        ends(3, List.of("pg_dump -Fc", "pg_restore --clean"), "backup", backup.toString());
        ends(3, List.of("pg_dump -Fc", "pg_restore --clean"), "restore", backup.toString());
    }
}
