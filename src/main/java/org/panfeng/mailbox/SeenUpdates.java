package org.panfeng.mailbox;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The updates handled so far: what makes a second delivery harmless. */
public final class SeenUpdates {
    private static final String ADD =
            "insert into seen_update (update_id, seen_at) values (:id, :at) on conflict do nothing";

    private final Jdbi jdbi;

    public SeenUpdates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Marks updates as handled, in one round trip.
     *
     * @return those that were not marked yet; one that another transaction is marking is waited for
     */
    public Set<Long> addAll(Collection<Long> updateIds, Instant at) {
        if (updateIds.isEmpty()) {
            return Set.of();
        }
        // In order, so that two nodes that take the same updates cannot block each other for ever.
        List<Long> ids = updateIds.stream().distinct().sorted().toList();
        int[] counts = jdbi.withHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(ADD);
            ids.forEach(id -> batch.bind("id", id).bind("at", at).add());
            return batch.execute();
        });
        return IntStream.range(0, ids.size())
                .filter(i -> isNew(counts[i]))
                .mapToObj(ids::get)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isNew(int count) {
        if (count < 0) {
            throw new IllegalStateException("The database does not say which rows of a batch are new");
        }
        return count == 1;
    }

    /**
     * Marks an update as handled.
     *
     * @return false when it already was
     */
    public boolean add(long updateId, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate(ADD)
                        .bind("id", updateId)
                        .bind("at", at)
                        .execute())
                == 1;
    }

    /** Forgets what was seen before this instant; the messenger keeps updates for 24 hours. */
    public int prune(Instant before) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from seen_update where seen_at < :before")
                .bind("before", before)
                .execute());
    }
}
