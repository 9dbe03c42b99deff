package org.panfeng.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panfeng.storage.Address;
import org.panfeng.storage.Database;
import org.panfeng.storage.Unusable;

/**
 * Cuts the database file at random places, as it lies there after a kill and after a stop in good order: it is refused, or nothing that was
 * promised is missing. {@code -Dpanfeng.seed=…} repeats the random choices.
 */
class CutTest {
    private static final int BATCHES = 40;

    @TempDir
    private Path folder;

    private final long seed = Long.getLong("panfeng.seed", System.nanoTime());
    private final Random random = new Random(seed);

    /** The files of a moment, and what was promised up to then. */
    private record Moment(Path folder, Set<Long> promised) {}

    @Test
    void aFileCutShortIsRefused() throws Exception {
        cut(12);
    }

    @Test
    @Tag("loop")
    void aFileCutShortIsRefusedManyTimes() throws Exception {
        cut(Integer.getInteger("panfeng.rounds", 200));
    }

    private static Address address(Path folder) {
        return new Address("jdbc:h2:file:" + folder.resolve("panfeng"), "panfeng", "");
    }

    private void cut(int rounds) throws Exception {
        System.out.println("CutTest: -Dpanfeng.seed=" + seed);
        List<Moment> moments = moments();
        int refused = 0;
        for (int round = 0; round < rounds; round++) {
            Moment moment = moments.get(round % moments.size());
            Path copy = copy(moment.folder(), folder.resolve("round" + round));
            long at = cut(copy.resolve("panfeng.mv.db"));
            try (Database database = Database.open(address(copy))) {
                assertThat(Promises.missing(moment.promised(), database))
                        .as("missing after a cut at %s of round %s, seed %s", at, round, seed)
                        .isZero();
            } catch (Unusable unusable) {
                assertThat(unusable.words()).contains("damaged").contains("backup");
                refused++;
            }
        }
        System.out.printf(
                "CutTest: %d cuts, %d refused, %d served whole, 0 served with loss%n",
                rounds, refused, rounds - refused);
    }

    /** Copies of the files while the database is open are what a kill leaves; the last copy is of a stop in good order. */
    private List<Moment> moments() throws Exception {
        List<Moment> moments = new ArrayList<>();
        Path data = Files.createDirectories(folder.resolve("data"));
        Promises promises;
        try (Database database = Database.open(address(data))) {
            promises = new Promises(database);
            for (int batch = 0; batch < BATCHES; batch++) {
                promises.batch();
                if (batch % 8 == 7) {
                    moments.add(new Moment(copy(data, folder.resolve("moment" + batch)), promises.promised()));
                }
            }
        }
        for (Moment moment : moments) {
            Path whole = copy(
                    moment.folder(),
                    moment.folder().resolveSibling("whole-" + moment.folder().getFileName()));
            try (Database database = Database.open(address(whole))) {
                assertThat(Promises.missing(moment.promised(), database)).isZero();
            }
        }
        moments.add(new Moment(copy(data, folder.resolve("closed")), promises.promised()));
        return moments;
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : List.of("panfeng.mv.db", "panfeng.journal")) {
            Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return to;
    }

    private long cut(Path file) throws IOException {
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
            // Half of the cuts take only a little of the end, which is what a crash does.
            long length = opened.length();
            long at = random.nextBoolean()
                    ? random.nextLong(length)
                    : length - 1 - random.nextLong(Math.min(length, 20_000));
            opened.setLength(Math.max(0, at));
            return at;
        }
    }
}
