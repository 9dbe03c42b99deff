package org.panfeng.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panfeng.storage.Address;
import org.panfeng.storage.Database;
import org.panfeng.storage.Unusable;

/**
 * Flips single bits of the database file, after a kill and after a stop in good order: each is harmless, or refused at the start, or found by
 * the check that runs every night. {@code -Dpanfeng.seed=…} repeats the random choices.
 */
class FlipTest {
    @TempDir
    private Path folder;

    private final long seed = Long.getLong("panfeng.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private List<String> written = List.of();
    private int refused;
    private int found;
    private int harmless;

    @Test
    void aFlippedBitDoesNoHarmUnseen() throws Exception {
        flip(12);
    }

    @Test
    @Tag("loop")
    void manyFlippedBitsDoNoHarmUnseen() throws Exception {
        flip(Integer.getInteger("panfeng.rounds", 200));
    }

    private static Address address(Path folder) {
        return new Address("jdbc:h2:file:" + folder.resolve("panfeng"), "panfeng", "");
    }

    private void flip(int rounds) throws Exception {
        System.out.println("FlipTest: -Dpanfeng.seed=" + seed);
        Path data = Files.createDirectories(folder.resolve("data"));
        Path killed = folder.resolve("killed");
        try (Database database = Database.open(address(data))) {
            Promises promises = new Promises(database);
            for (int batch = 0; batch < 40; batch++) {
                promises.batch();
            }
            written = rows(database);
            copy(data, killed);
        }
        for (int round = 0; round < rounds; round++) {
            Path copy = copy(random.nextBoolean() ? data : killed, folder.resolve("round" + round));
            flipOne(copy.resolve("panfeng.mv.db"));
            look(copy, round);
        }
        System.out.printf(
                "FlipTest: %d flips, %d refused, %d found by the nightly check, %d harmless, 0 unseen%n",
                rounds, refused, found, harmless);
    }

    private static List<String> rows(Database database) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                        select payload as words from letter
                        union all select cast(update_id as varchar) from seen_update order by words
                        """).mapTo(String.class).list());
    }

    private void look(Path copy, int round) {
        try (Database database = Database.open(address(copy))) {
            try {
                database.readEverything(rows -> {});
                assertThat(rows(database)).as("round %s, seed %s", round, seed).isEqualTo(written);
                harmless++;
            } catch (SQLException | IOException | org.jdbi.v3.core.JdbiException e) {
                found++;
            }
        } catch (Unusable unusable) {
            refused++;
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : List.of("panfeng.mv.db", "panfeng.journal", "panfeng.sums")) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
        return to;
    }

    private void flipOne(Path file) throws IOException {
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
            long at = random.nextLong(opened.length());
            opened.seek(at);
            int value = opened.read();
            opened.seek(at);
            opened.write(value ^ 1 << random.nextInt(8));
        }
    }
}
