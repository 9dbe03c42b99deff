package org.panfeng.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panfeng.storage.Address;
import org.panfeng.storage.Database;

/** A disk that is full and a server that is away: nothing is promised that is not there, and it goes on by itself. */
class AwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

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
        try {
            Path filler = disk.resolve("filler");
            try (Database database =
                    Database.open(new Address("jdbc:h2:file:" + disk.resolve("panfeng"), "panfeng", ""))) {
                Promises promises = new Promises(database);
                for (int round = 0; round < rounds; round++) {
                    promises.batch();
                    fillUp(filler);
                    Await.until("it fails", PATIENCE, () -> fails(promises));
                    Await.until(
                            () -> "the trouble is named, not " + database.trouble(),
                            PATIENCE,
                            () -> database.trouble().equals("the disk is full"));
                    Files.delete(filler);
                    recovers(database, promises);
                }
                System.out.printf(
                        "AwayTest: disk full %d times, %d promises, 0 false, recovered each time%n",
                        rounds, promises.promised().size());
            }
        } finally {
            sh("umount -l " + disk);
        }
    }

    private static boolean fails(Promises promises) {
        try {
            promises.batch();
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    private static void recovers(Database database, Promises promises) {
        Await.until("it goes on by itself", PATIENCE, () -> !fails(promises));
        Await.until("the trouble is over", PATIENCE, () -> database.trouble().isEmpty());
        assertThat(Promises.missing(promises.promised(), database)).isZero();
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

    private void cutOff(int rounds) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                Wire wire = new Wire(server.getPort());
                Database database = Database.open(new Address(
                        "jdbc:postgresql://127.0.0.1:" + wire.port() + "/postgres", "postgres", "postgres"))) {
            Promises promises = new Promises(database);
            for (int round = 0; round < rounds; round++) {
                promises.batch();
                wire.cut();
                assertThat(fails(promises)).isTrue();
                wire.mend();
                recovers(database, promises);
            }
            System.out.printf(
                    "AwayTest: server away %d times, %d promises, 0 false, recovered each time%n",
                    rounds, promises.promised().size());
        }
    }
}
