package org.panfeng.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panfeng.storage.Address;
import org.panfeng.storage.Backup;
import org.panfeng.storage.Database;
import org.panfeng.storage.Restore;

/** Backups while much is being written: each is one moment, and comes back as it was, by the hash of every table. */
class BackupLoadTest {
    /** So that the database does not outgrow what a round can back up: some thousand updates a second. */
    private static final int BREATH_MILLIS = 15;

    @TempDir
    private Path folder;

    @Test
    void everyBackupComesBack() throws Exception {
        backUp(4);
    }

    @Test
    @Tag("loop")
    void everyOneOfManyBackupsComesBack() throws Exception {
        backUp(Integer.getInteger("panfeng.rounds", 50));
    }

    private Address address(String name) {
        return new Address("jdbc:h2:file:" + folder.resolve(name), "panfeng", "");
    }

    private void backUp(int rounds) throws Exception {
        long rows = 0;
        try (Database database = Database.open(address("panfeng"))) {
            Promises promises = new Promises(database);
            AtomicBoolean isOver = new AtomicBoolean();
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> {
                while (!isOver.get()) {
                    promises.batch();
                    Await.pause(BREATH_MILLIS);
                }
            });
            for (int round = 0; round < rounds; round++) {
                Set<Long> before = promises.promised();
                Path file = folder.resolve(round + ".backup");
                rows = new Backup(database.dataSource(), "test")
                        .make(file, Instant.EPOCH, progress -> {})
                        .rows();
                // Restoring compares every table with the hashes that were taken when the backup was made.
                new Restore(address("back" + round)).from(file, Instant.EPOCH, progress -> {});
                try (Database back = Database.open(address("back" + round))) {
                    assertThat(Promises.missing(before, back)).isZero();
                }
            }
            isOver.set(true);
            load.join();
        }
        System.out.printf(
                "BackupLoadTest: %d backups under load, the last of %d rows, each restored equal%n", rounds, rows);
    }
}
