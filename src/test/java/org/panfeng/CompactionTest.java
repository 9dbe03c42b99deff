package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panfeng.storage.Address;
import org.panfeng.storage.Database;

/** Rows that come and go do not let the file grow for ever, while others beside them stay. */
class CompactionTest {
    private static final int AT_ONCE = 100;
    private static final String WORDS = "x".repeat(500);

    @TempDir
    private Path folder;

    @Test
    void theFileKeepsToTheSizeOfWhatIsInIt() throws Exception {
        Path file = folder.resolve("panfeng.mv.db");
        try (Database database =
                TestDatabase.open(new Address("jdbc:h2:file:" + folder.resolve("panfeng"), "panfeng", ""))) {
            long written = 0;
            for (int round = 0; round < 600; round++) {
                database.jdbi().useTransaction(CompactionTest::comeAndGo);
                written += (long) AT_ONCE * WORDS.length();
                // As fast as a busy bot writes, not as fast as the disk.
                TimeUnit.MILLISECONDS.sleep(5);
            }
            for (int i = 0; i < 50 && Files.size(file) > written / 3; i++) {
                TimeUnit.MILLISECONDS.sleep(200);
                database.jdbi().useTransaction(CompactionTest::comeAndGo);
            }
            assertThat(Files.size(file)).isLessThan(written / 3);
        }
    }

    /** One in a hundred stays. */
    private static void comeAndGo(Handle handle) {
        handle.execute("delete from letter where mod(id, 100) <> 0");
        PreparedBatch batch = handle.prepareBatch("insert into letter (payload, written_at) values (:words, :now)");
        for (int i = 0; i < AT_ONCE; i++) {
            batch.bind("words", WORDS).bind("now", Instant.EPOCH).add();
        }
        batch.execute();
    }
}
