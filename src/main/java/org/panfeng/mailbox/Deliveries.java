package org.panfeng.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The attempts to deliver what the outbox holds: a courier claims parcels, tries them outside any transaction and settles them. Leases
 * and waits are in real time, since the messenger's limits are.
 */
public final class Deliveries {
    /** Longer than any one attempt can last; after it a claimed parcel counts as lost on its way. */
    static final Duration LEASE = Duration.ofMinutes(2);

    static final String STOPPED = "stopped on the way";

    /** How often a reply or a task is taken up again after a stop on its way: a stop says nothing about the parcel itself. */
    private static final int MOST_ATTEMPTS = 10;

    private final Jdbi jdbi;
    private final Clock realTime;
    private final Letters letters = new Letters();
    private final Bundles bundles = new Bundles();

    public Deliveries(Jdbi jdbi, Clock realTime) {
        this.jdbi = jdbi;
        this.realTime = realTime;
    }

    /** How long a chat must still be left alone; zero for one that may be written to. */
    public interface Reserve {
        Reserve NONE = chatId -> Duration.ZERO;

        Duration of(long chatId);
    }

    /**
     * Takes up to this many parcels of every lane for an attempt.
     *
     * @param replies at most so many replies
     * @param bulk at most so many of the other lanes, the more urgent first
     */
    public List<Parcel> claim(int replies, int bulk) {
        List<Parcel> claimed = new ArrayList<>(claim(Lane.REPLY, replies, Reserve.NONE));
        int before = claimed.size();
        for (Lane lane : Lane.values()) {
            if (lane.isBulk()) {
                claimed.addAll(claim(lane, bulk - (claimed.size() - before), Reserve.NONE));
            }
        }
        return claimed;
    }

    /**
     * Takes up to this many parcels of a lane for an attempt: the oldest first, at most one per chat, none whose chat has an earlier one
     * of the same lane waiting or any on its way. Those whose chat must be left alone are put off for that time.
     */
    public List<Parcel> claim(Lane lane, int most, Reserve reserve) {
        if (most <= 0) {
            return List.of();
        }
        return jdbi.inTransaction(handle -> {
            List<Row> claimed = lease(handle, lane, most, reserve);
            Map<Long, Outgoing> written = letters.of(handle, claimed);
            return claimed.stream().map(row -> row.claimed(written)).toList();
        });
    }

    /** Those that are put off or were called back take nobody's place: others are looked for instead. */
    private List<Row> lease(Handle handle, Lane lane, int most, Reserve reserve) {
        Instant now = realTime.instant();
        List<Row> leased = new ArrayList<>();
        boolean isMore = true;
        while (isMore) {
            List<Row> due = due(handle, lane, most - leased.size(), now);
            if (CalledBack.isAmong(handle, due)) {
                CalledBack.layAside(handle, lane, now);
                continue;
            }
            Map<Boolean, List<Row>> free = due.stream()
                    .collect(Collectors.partitioningBy(
                            row -> reserve.of(row.chatId()).isZero()));
            List<Row> late = free.getOrDefault(false, List.of());
            late.forEach(row -> putOff(handle, row.id(), now.plus(reserve.of(row.chatId()))));
            lease(handle, free.getOrDefault(true, List.of()), now);
            leased.addAll(free.getOrDefault(true, List.of()));
            isMore = !late.isEmpty() && leased.size() < most;
        }
        return leased;
    }

    /**
     * Takes up to this many replies, in the order in which they were posted, several of a chat among them: the caller sends them one after
     * the other. A chat that has anything on its way, or an earlier reply that is not due yet, is left out. Of those that were on their way
     * before, a chat gets one at a time, so that a stop counts as an attempt of that one only.
     */
    public List<Parcel> claimReplies(int most) {
        return jdbi.inTransaction(handle -> {
            Instant now = realTime.instant();
            List<Row> rows = ReplyQueue.lock(handle, now, most);
            lease(handle, rows, now);
            Map<Long, Outgoing> written = letters.of(handle, rows);
            return rows.stream().map(row -> row.claimed(written)).toList();
        });
    }

    /**
     * First which they are, in the order of an index, and then those themselves: H2 would otherwise lock and sort all that wait, to take
     * the first few.
     */
    private static List<Row> due(Handle handle, Lane lane, int most, Instant now) {
        return handle.createQuery("""
                        select id, lane, chat_id, payload, letter_id, topic_kind, topic_id, topic_of, once, attempts, parts, repeated
                        from outbox
                        where state = 0 and id in (
                          select o.id from outbox o
                          where o.state = 0 and o.lane = :lane and o.not_before <= :now
                            and (o.chat_id = 0 or (
                              not exists (select 1 from outbox s where s.chat_id = o.chat_id and s.state = 1)
                              and not exists (select 1 from outbox w where w.chat_id = o.chat_id and w.state = 0
                                                and w.lane = o.lane and w.id < o.id)))
                          order by o.state, o.lane, o.id
                          limit :most)
                        order by id
                        for update skip locked
                        """)
                .bind("lane", lane.ordinal())
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> Row.of(row))
                .list();
    }

    private static void lease(Handle handle, List<Row> rows, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "update outbox set state = 1, attempts = attempts + 1, lease_until = :lease where id = :id");
        rows.forEach(
                row -> batch.bind("lease", now.plus(LEASE)).bind("id", row.id()).add());
        batch.execute();
    }

    private static void putOff(Handle handle, long id, Instant until) {
        handle.createUpdate("update outbox set not_before = :until where id = :id")
                .bind("until", until)
                .bind("id", id)
                .execute();
    }

    /** An attempt that has ended. */
    public record Ended(Parcel parcel, Outcome outcome) {}

    /**
     * Writes down what became of an attempt.
     *
     * @return whether that is the end of it; false when the parcel waits for another attempt
     */
    public boolean settle(Parcel parcel, Outcome outcome) {
        return !settle(List.of(new Ended(parcel, outcome))).isEmpty();
    }

    /**
     * Writes down what became of attempts, in one transaction.
     *
     * @return those for which that is the end
     */
    public List<Ended> settle(List<Ended> attempts) {
        return jdbi.inTransaction(handle -> {
            Settlement settlement = new Settlement(handle, realTime.instant(), bundles);
            attempts.forEach(settlement::add);
            return settlement.write();
        });
    }

    /** How many replies wait in each chat that has any. */
    public Map<Long, Integer> waitingReplies() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select chat_id, count(*) as parcels from outbox where state = 0 and lane = 0 group by chat_id")
                .map((row, context) -> Map.entry(row.getLong("chat_id"), row.getInt("parcels")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Replies and the day's task may arrive twice rather than not at all; a notice may not. */
    static boolean mayRepeat(Parcel parcel) {
        return parcel.lane() == Lane.REPLY || parcel.lane() == Lane.TASK;
    }

    /** The sign that a press was heard is repeated once, as after any unknown outcome; after more stops it comes too late to be one. */
    private static boolean survivesStops(Parcel parcel) {
        return mayRepeat(parcel) && !(parcel.outgoing() instanceof Outgoing.Toast);
    }

    /**
     * Finds the parcels that were on their way when whoever carried them stopped. Replies and tasks wait for another attempt, also
     * after several such stops; a notice is settled as unknown.
     *
     * @param everything also those whose lease still runs: right when no other process shares the database
     * @return those for which that was the end
     */
    public List<Parcel> recover(boolean everything) {
        return jdbi.inTransaction(handle -> {
            Instant now = realTime.instant();
            Instant horizon = everything ? now.plus(LEASE.multipliedBy(2)) : now;
            Draft.insert(handle, Bundles.takeApart(handle, horizon), Draft.As.STOPPED, now);
            List<Row> rows = handle.createQuery("""
                            select o.id, o.lane, o.chat_id, o.payload, o.letter_id, o.topic_kind, o.topic_id, o.topic_of, o.once,
                                   o.attempts, o.parts, o.repeated
                            from outbox o where o.state = 1 and o.lease_until <= :horizon order by o.id
                            """)
                    .bind("horizon", horizon)
                    .map((row, context) -> Row.of(row))
                    .list();
            Map<Long, Outgoing> written = letters.of(handle, rows);
            List<Parcel> lost = rows.stream().map(row -> row.parcel(written)).toList();
            Outcome unknown = new Outcome.Unknown(STOPPED);
            return lost.stream()
                    .filter(parcel -> !takeUpAgain(parcel) && settle(parcel, unknown))
                    .toList();
        });
    }

    private boolean takeUpAgain(Parcel parcel) {
        return survivesStops(parcel)
                && parcel.attempts() < MOST_ATTEMPTS
                && jdbi.withHandle(handle -> handle.createUpdate("""
                                        update outbox set state = 0, repeated = true, outcome = :outcome
                                        where id = :id and state = 1
                                        """)
                                .bind("outcome", STOPPED)
                                .bind("id", parcel.id())
                                .execute())
                        == 1;
    }
}
