package org.panfeng.live;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.panfeng.storage.Database;

/** Stores batches as the intake does, and remembers what was promised to be there. */
final class Promises {
    private static final int BATCH = 20;
    private static final String NOISE = "x".repeat(300);

    private final Database database;
    private final Set<Long> promised = new ConcurrentSkipListSet<>();
    private long next;

    Promises(Database database) {
        this.database = database;
    }

    /**
     * Stores a batch, and promises it.
     *
     * @throws RuntimeException when it cannot be stored: then nothing is promised
     */
    void batch() {
        long first = next;
        next += BATCH;
        database.jdbi().useTransaction(handle -> {
            for (long id = first; id < first + BATCH; id++) {
                handle.execute("insert into seen_update (update_id, seen_at) values (?, ?)", id, Instant.EPOCH);
                handle.execute("insert into letter (payload, written_at) values (?, ?)", id + NOISE, Instant.EPOCH);
            }
            database.count(handle);
        });
        database.promise();
        for (long id = first; id < first + BATCH; id++) {
            promised.add(id);
        }
    }

    Set<Long> promised() {
        return Set.copyOf(promised);
    }

    /** How many of these are not in a database. */
    static long missing(Set<Long> promised, Database database) {
        Set<Long> there = database.jdbi()
                .withHandle(handle -> handle.createQuery("select update_id from seen_update")
                        .mapTo(Long.class)
                        .set());
        return promised.stream().filter(id -> !there.contains(id)).count();
    }
}
