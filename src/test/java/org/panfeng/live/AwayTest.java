package org.panfeng.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panfeng.storage.Address;
import org.panfeng.storage.Database;
import org.panfeng.storage.Unusable;

/** A disk that is full or read-only, and a server that is away: nothing is promised that is not there, and it goes on by itself. */
class AwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    /**
     * What keeps the database from being written for a while.
     *
     * @param trouble what it is called; empty for a server, which has no file of ours
     */
    private record Obstacle(String name, String trouble, Act put, Act take) {}

    private interface Act {
        void run() throws Exception;
    }

    @Test
    void aFullDiskIsSurvived() throws Exception {
        fill(2);
    }

    @Test
    @Tag("loop")
    void aFullDiskIsSurvivedManyTimes() throws Exception {
        fill(Integer.getInteger("panfeng.rounds", 30));
    }

    @Test
    void aReadOnlyDiskIsSurvived() throws Exception {
        forbid(2);
    }

    @Test
    @Tag("loop")
    void aReadOnlyDiskIsSurvivedManyTimes() throws Exception {
        forbid(Integer.getInteger("panfeng.rounds", 30));
    }

    @Test
    void aServerThatIsAwayIsSurvived() throws Exception {
        cutOff(2);
    }

    @Test
    @Tag("loop")
    void aServerThatIsAwayIsSurvivedManyTimes() throws Exception {
        cutOff(Integer.getInteger("panfeng.rounds", 30));
    }

    private void fill(int rounds) throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(sh("mount -t tmpfs -o size=16m tmpfs " + disk) == 0, "a small disk can be made by root alone");
        Path filler = disk.resolve("filler");
        try (Database database = Database.open(in(disk))) {
            survive(
                    database,
                    rounds,
                    new Obstacle("disk full", "the disk is full", () -> fillUp(filler), () -> Files.delete(filler)));
        } finally {
            sh("umount -l " + disk);
        }
    }

    /** Files that nobody may change refuse also what is written to them by those who have opened them before. */
    private void forbid(int rounds) throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(sh("chattr +i " + disk) == 0, "such files can be made by root alone, on ext4 for instance");
        String files = disk + " " + disk + "/panfeng.*";
        Obstacle readOnly = new Obstacle(
                "disk read-only",
                "the database file cannot be written: it or its disk is read-only",
                () -> sh("chattr +i " + files),
                () -> sh("chattr -i " + files));
        try {
            refuses(disk);
            sh("chattr -i " + disk);
            Database.open(in(disk)).close();
            readOnly.put().run();
            refuses(disk);
            readOnly.take().run();
            try (Database database = Database.open(in(disk))) {
                survive(database, rounds, readOnly);
            }
        } finally {
            readOnly.take().run();
        }
    }

    private static void refuses(Path disk) {
        assertThatThrownBy(() -> Database.open(in(disk)))
                .isInstanceOfSatisfying(
                        Unusable.class,
                        refusal -> assertThat(refusal.words())
                                .contains("cannot be written. Give the user that runs Panfeng the right to"));
    }

    private static Address in(Path disk) {
        return new Address("jdbc:h2:file:" + disk.resolve("panfeng"), "panfeng", "");
    }

    private static void survive(Database database, int rounds, Obstacle obstacle) throws Exception {
        Promises promises = new Promises(database);
        for (int round = 0; round < rounds; round++) {
            promises.batch();
            obstacle.put().run();
            Await.until("it fails", PATIENCE, () -> failure(promises).isPresent());
            Await.until(
                    () -> "the trouble is named, not " + database.trouble(),
                    PATIENCE,
                    () -> database.trouble().equals(obstacle.trouble()));
            obstacle.take().run();
            Await.until(
                    () -> "it goes on by itself, instead of " + failure(promises),
                    PATIENCE,
                    () -> failure(promises).isEmpty());
            Await.until(
                    "the trouble is over", PATIENCE, () -> database.trouble().isEmpty());
            assertThat(Promises.missing(promises.promised(), database)).isZero();
        }
        System.out.printf(
                "AwayTest: %s %d times, %d promises, 0 false, recovered each time%n",
                obstacle.name(), rounds, promises.promised().size());
    }

    private static Optional<RuntimeException> failure(Promises promises) {
        try {
            promises.batch();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    private static void fillUp(Path filler) {
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] block = new byte[4096];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static int sh(String command) throws Exception {
        return new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor();
    }

    private static void cutOff(int rounds) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Wire wire = new Wire(server.getPort());
                Database database = Database.open(new Address(
                        "jdbc:postgresql://127.0.0.1:" + wire.port() + "/postgres", "postgres", "postgres"))) {
            survive(database, rounds, new Obstacle("server away", "", wire::cut, wire::mend));
        }
    }
}
