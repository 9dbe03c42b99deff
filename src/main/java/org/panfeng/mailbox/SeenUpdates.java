package org.panfeng.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The updates handled so far: what makes a second delivery harmless. The messenger keeps an update for 24 hours, and after an idle week
 * it numbers anew, possibly lower: a number that comes again after {@link #REPEATED_WITHIN} is another update.
 */
public final class SeenUpdates {
    private static final Logger log = LoggerFactory.getLogger(SeenUpdates.class);

    /** No update is delivered again after this. */
    private static final Duration REPEATED_WITHIN = Duration.ofHours(30);

    /** So much lower is no disorder, however many updates a second there are. */
    private static final long FAR = 1_000_000;

    /** So much lower is none after days without a single update. */
    private static final long LOWER = 1_000;

    private static final Duration SILENCE = Duration.ofDays(3);

    private static final String ADD =
            "insert into seen_update (update_id, seen_at) values (:id, :at) on conflict do nothing";

    private final Jdbi jdbi;
    /** The highest id that this node has taken since it knows of no restart; only says when it is worth a look at the table. */
    private volatile long highest = Long.MAX_VALUE;

    public SeenUpdates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Marks updates as handled, in one round trip. Where their numbers show that the messenger has begun to number anew, the numbers of
     * before are forgotten.
     *
     * @return those that were not marked yet; one that another transaction is marking is waited for
     */
    public Set<Long> addAll(Collection<Long> updateIds, Instant at) {
        if (updateIds.isEmpty()) {
            return Set.of();
        }
        // In order, so that two nodes that take the same updates cannot block each other for ever.
        List<Long> ids = updateIds.stream().distinct().sorted().toList();
        Set<Long> fresh = insert(ids, at);
        boolean isRestart = fresh.size() < ids.size() && takesAgain(ids, fresh, at);
        if (isRestart || isLower(ids, fresh, at)) {
            // What is younger could still be delivered once more; a number that comes again later is new all the same.
            int forgotten = prune(at.minus(REPEATED_WITHIN));
            log.info("Update ids have started anew at {}; {} earlier ones are forgotten", ids.get(0), forgotten);
        }
        return fresh;
    }

    private Set<Long> insert(List<Long> ids, Instant at) {
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

    /** Numbers that were seen so long ago that these must be other updates count as new. */
    private boolean takesAgain(List<Long> ids, Set<Long> fresh, Instant at) {
        List<Long> known = ids.stream().filter(id -> !fresh.contains(id)).toList();
        List<Long> old = jdbi.withHandle(handle -> handle.createQuery(
                        "select update_id from seen_update where update_id in (<ids>) and seen_at < :before for update")
                .bindList("ids", known)
                .bind("before", at.minus(REPEATED_WITHIN))
                .mapTo(Long.class)
                .list());
        if (old.isEmpty()) {
            return false;
        }
        jdbi.useHandle(handle -> handle.createUpdate("update seen_update set seen_at = :at where update_id in (<ids>)")
                .bind("at", at)
                .bindList("ids", old)
                .execute());
        fresh.addAll(old);
        return true;
    }

    /** Ids below zero are our own, for updates that came without one. */
    private boolean isLower(List<Long> ids, Set<Long> fresh, Instant at) {
        long known = highest;
        highest = Math.max(known == Long.MAX_VALUE ? 0 : known, ids.get(ids.size() - 1));
        Optional<Long> lowest = fresh.stream().filter(id -> id > 0).min(Long::compare);
        if (lowest.isEmpty() || lowest.get() > known - LOWER) {
            return false;
        }
        long most = others(ids, "coalesce(max(update_id), 0)", Long.class);
        boolean isLower = lowest.get() < most - FAR
                || lowest.get() < most - LOWER
                        && others(ids, "max(seen_at)", Instant.class).isBefore(at.minus(SILENCE));
        if (isLower) {
            highest = ids.get(ids.size() - 1);
        }
        return isLower;
    }

    private <T> T others(List<Long> ids, String what, Class<T> type) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + what + " from seen_update where update_id not in (<ids>)")
                        .bindList("ids", ids)
                        .mapTo(type)
                        .one());
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
