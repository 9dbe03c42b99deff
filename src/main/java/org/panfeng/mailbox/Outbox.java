package org.panfeng.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The durable queue of what is still to be said. Posting joins the caller's transaction; a courier claims parcels, tries them
 * outside any transaction and settles them. Leases and waits are in real time, since the messenger's limits are.
 */
public final class Outbox {
    /** Longer than any one attempt can last; after it a claimed parcel counts as lost on its way. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** How often a reply or a task is taken up again after a stop on its way: a stop says nothing about the parcel itself. */
    private static final int MOST_ATTEMPTS = 5;

    private static final int WAITING = 0;
    private static final int SENDING = 1;
    private static final int DELIVERED = 2;
    private static final int UNREACHABLE = 3;
    private static final int REFUSED = 4;
    private static final int UNKNOWN = 5;

    private final Jdbi jdbi;
    private final Clock realTime;
    private final List<Runnable> posted = new CopyOnWriteArrayList<>();

    public Outbox(Jdbi jdbi, Clock realTime) {
        this.jdbi = jdbi;
        this.realTime = realTime;
    }

    /** Calls this after each commit that has posted something. */
    public void onPosted(Runnable listener) {
        posted.add(listener);
    }

    /** Posts a parcel and returns its id. */
    public long post(Lane lane, long chatId, Outgoing outgoing, Topic topic) {
        return jdbi.withHandle(handle -> {
            announce(handle);
            return handle.createUpdate("""
                            insert into outbox (lane, chat_id, payload, topic_kind, topic_id, topic_of, state, attempts, not_before, posted_at)
                            values (:lane, :chat, :payload, :kind, :topic, :of, 0, 0, :now, :now)
                            """)
                    .bind("lane", lane.ordinal())
                    .bind("chat", chatId)
                    .bind("payload", OutgoingJson.write(outgoing))
                    .bind("kind", topic.kind())
                    .bind("topic", topic.id())
                    .bind("of", topic.of())
                    .bind("now", realTime.instant())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
        });
    }

    /** Writes down once what many parcels will say. */
    public LetterId letter(Outgoing outgoing) {
        return jdbi.withHandle(handle ->
                new LetterId(handle.createUpdate("insert into letter (payload, written_at) values (:payload, :now)")
                        .bind("payload", OutgoingJson.write(outgoing))
                        .bind("now", realTime.instant())
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one()));
    }

    /** One copy of a letter for a chat; {@code once} is posted a single time, whoever asks again. */
    public record Copy(long chatId, LetterId letter, Topic topic, String once) {}

    /** Posts copies of letters, skipping those whose {@code once} is there already. */
    public void post(Lane lane, Collection<Copy> copies) {
        if (copies.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            announce(handle);
            PreparedBatch batch = handle.prepareBatch("""
                    insert into outbox (lane, chat_id, letter_id, topic_kind, topic_id, topic_of, once, state, attempts, not_before, posted_at)
                    values (:lane, :chat, :letter, :kind, :topic, :of, :once, 0, 0, :now, :now)
                    on conflict do nothing
                    """);
            for (Copy copy : copies) {
                batch.bind("lane", lane.ordinal())
                        .bind("chat", copy.chatId())
                        .bind("letter", copy.letter().value())
                        .bind("kind", copy.topic().kind())
                        .bind("topic", copy.topic().id())
                        .bind("of", copy.topic().of())
                        .bind("once", copy.once())
                        .bind("now", realTime.instant())
                        .add();
            }
            batch.execute();
        });
    }

    /**
     * Takes up to this many parcels for an attempt: the most urgent first, at most one per chat, none whose chat has an earlier one
     * of the same lane waiting or any on its way.
     *
     * @param replies at most so many replies
     * @param bulk at most so many of the other lanes
     */
    public List<Parcel> claim(int replies, int bulk) {
        return jdbi.inTransaction(handle -> {
            List<Parcel> claimed = new ArrayList<>();
            if (replies > 0) {
                claimed.addAll(claim(handle, "o.lane = 0", replies));
            }
            if (bulk > 0) {
                claimed.addAll(claim(handle, "o.lane > 0", bulk));
            }
            return claimed;
        });
    }

    private List<Parcel> claim(Handle handle, String lanes, int most) {
        Instant now = realTime.instant();
        List<Long> ids = handle.createQuery("""
                        select o.id from outbox o
                        where o.state = 0 and o.not_before <= :now and %s
                          and (o.chat_id = 0 or (
                            not exists (select 1 from outbox s where s.chat_id = o.chat_id and s.state = 1)
                            and not exists (select 1 from outbox w where w.chat_id = o.chat_id and w.state = 0
                                              and w.lane = o.lane and w.id < o.id)))
                        order by o.lane, o.id
                        limit :most
                        for update skip locked
                        """.formatted(lanes))
                .bind("now", now)
                .bind("most", most)
                .mapTo(Long.class)
                .list();
        if (ids.isEmpty()) {
            return List.of();
        }
        handle.createUpdate(
                        "update outbox set state = 1, attempts = attempts + 1, lease_until = :lease where id in (<ids>)")
                .bind("lease", now.plus(LEASE))
                .bindList("ids", ids)
                .execute();
        return handle.createQuery(SELECT_PARCEL + " where o.id in (<ids>) order by o.lane, o.id")
                .bindList("ids", ids)
                .map((row, context) -> parcel(row))
                .list();
    }

    private static final String SELECT_PARCEL = """
            select o.id, o.lane, o.chat_id, coalesce(o.payload, l.payload) as payload, o.topic_kind, o.topic_id, o.topic_of, o.attempts
            from outbox o left join letter l on l.id = o.letter_id
            """;

    private static Parcel parcel(ResultSet row) throws SQLException {
        return new Parcel(
                row.getLong("id"),
                Lane.values()[row.getInt("lane")],
                row.getLong("chat_id"),
                OutgoingJson.read(row.getString("payload")),
                new Topic(row.getString("topic_kind"), row.getLong("topic_id"), row.getLong("topic_of")),
                row.getInt("attempts"));
    }

    /**
     * Writes down what became of an attempt.
     *
     * @return whether that is the end of it; false when the parcel waits for another attempt
     */
    public boolean settle(Parcel parcel, Outcome outcome) {
        if (outcome instanceof Outcome.Postponed postponed) {
            postpone(parcel, postponed);
            return false;
        }
        if (outcome instanceof Outcome.Unknown unknown && mayRepeat(parcel) && repeat(parcel.id(), unknown.reason())) {
            return false;
        }
        if (outcome instanceof Outcome.Delivered delivered) {
            end(parcel.id(), DELIVERED, delivered.messageId(), "");
        } else if (outcome instanceof Outcome.Unreachable unreachable) {
            end(parcel.id(), UNREACHABLE, 0, unreachable.reason());
        } else if (outcome instanceof Outcome.Refused refused) {
            end(parcel.id(), REFUSED, 0, refused.reason());
        } else if (outcome instanceof Outcome.Unknown unknown) {
            end(parcel.id(), UNKNOWN, 0, unknown.reason());
        }
        return true;
    }

    /** Replies and the day's task may arrive twice rather than not at all; a notice may not. */
    private static boolean mayRepeat(Parcel parcel) {
        return parcel.lane() == Lane.REPLY || parcel.lane() == Lane.TASK;
    }

    private boolean repeat(long id, String reason) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update outbox set state = 0, repeated = true, outcome = :reason where id = :id and repeated = false")
                        .bind("reason", shortened(reason))
                        .bind("id", id)
                        .execute())
                == 1;
    }

    private void postpone(Parcel parcel, Outcome.Postponed postponed) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update outbox set state = 0, not_before = :at, attempts = attempts - :uncounted, outcome = :reason
                        where id = :id
                        """)
                .bind("at", realTime.instant().plus(postponed.pause()))
                .bind("uncounted", postponed.counts() ? 0 : 1)
                .bind("reason", shortened(postponed.reason()))
                .bind("id", parcel.id())
                .execute());
    }

    private void end(long id, int state, long messageId, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update outbox set state = :state, message_id = :message, outcome = :reason, settled_at = :now where id = :id")
                .bind("state", state)
                .bind("message", messageId)
                .bind("reason", shortened(reason))
                .bind("now", realTime.instant())
                .bind("id", id)
                .execute());
    }

    private static String shortened(String reason) {
        return reason.length() <= 300 ? reason : reason.substring(0, 300);
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
            Instant horizon = everything ? realTime.instant().plus(LEASE.multipliedBy(2)) : realTime.instant();
            List<Parcel> lost = handle.createQuery(
                            SELECT_PARCEL + " where o.state = 1 and o.lease_until <= :horizon order by o.id")
                    .bind("horizon", horizon)
                    .map((row, context) -> parcel(row))
                    .list();
            Outcome unknown = new Outcome.Unknown("stopped on the way");
            return lost.stream()
                    .filter(parcel -> !takeUpAgain(parcel) && settle(parcel, unknown))
                    .toList();
        });
    }

    private boolean takeUpAgain(Parcel parcel) {
        return mayRepeat(parcel)
                && parcel.attempts() < MOST_ATTEMPTS
                && jdbi.withHandle(handle ->
                                handle.createUpdate("""
                                        update outbox set state = 0, repeated = true, outcome = 'stopped on the way'
                                        where id = :id and state = 1
                                        """).bind("id", parcel.id()).execute())
                        == 1;
    }

    /** The messenger's number of the message that a parcel brought; empty while it has not, or when it never will. */
    public OptionalLong messageOf(long parcelId) {
        Optional<Long> id = jdbi.withHandle(
                handle -> handle.createQuery("select message_id from outbox where id = :id and message_id > 0")
                        .bind("id", parcelId)
                        .mapTo(Long.class)
                        .findOne());
        return id.isPresent() ? OptionalLong.of(id.get()) : OptionalLong.empty();
    }

    /** How many parcels wait or are on their way, per lane. */
    public Map<Lane, Long> waiting() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select lane, count(*) as parcels from outbox where state in (0, 1) group by lane")
                .map((row, context) -> Map.entry(Lane.values()[row.getInt("lane")], row.getLong("parcels")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** How many parcels for this topic kind and id wait, were delivered, and so on. */
    public Tally tally(String topicKind, long topicId) {
        Map<Integer, Long> byState = jdbi.withHandle(handle -> handle.createQuery("""
                        select state, count(*) as parcels from outbox
                        where topic_kind = :kind and topic_id = :id group by state
                        """)
                .bind("kind", topicKind)
                .bind("id", topicId)
                .map((row, context) -> Map.entry(row.getInt("state"), row.getLong("parcels")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return new Tally(
                byState.getOrDefault(WAITING, 0L) + byState.getOrDefault(SENDING, 0L),
                byState.getOrDefault(DELIVERED, 0L),
                byState.getOrDefault(UNREACHABLE, 0L),
                byState.getOrDefault(REFUSED, 0L),
                byState.getOrDefault(UNKNOWN, 0L));
    }

    /** Forgets what was settled before this instant of real time, and letters that no parcel needs any more. */
    public int prune(Instant before) {
        return jdbi.inTransaction(handle -> {
            int gone = handle.createUpdate("delete from outbox where state > 1 and settled_at < :before")
                    .bind("before", before)
                    .execute();
            handle.createUpdate("""
                            delete from letter where written_at < :before
                              and not exists (select 1 from outbox o where o.letter_id = letter.id)
                            """).bind("before", before).execute();
            return gone;
        });
    }

    private void announce(Handle handle) {
        handle.afterCommit(() -> posted.forEach(Runnable::run));
    }
}
