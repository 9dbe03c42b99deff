package org.panfeng.mailbox;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** The updates handled so far: what makes a second delivery harmless. */
public final class SeenUpdates {
    private final Jdbi jdbi;

    public SeenUpdates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Which of these have been handled before. */
    public Set<Long> among(Collection<Long> updateIds) {
        if (updateIds.isEmpty()) {
            return Set.of();
        }
        return jdbi.withHandle(
                handle -> handle.createQuery("select update_id from seen_update where update_id in (<ids>)")
                        .bindList("ids", updateIds)
                        .mapTo(Long.class)
                        .set());
    }

    /**
     * Marks an update as handled.
     *
     * @return false when it already was
     */
    public boolean add(long updateId, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "insert into seen_update (update_id, seen_at) values (:id, :at) on conflict do nothing")
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
