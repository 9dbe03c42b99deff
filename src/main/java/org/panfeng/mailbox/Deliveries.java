package org.panfeng.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The attempts to deliver what the outbox holds: a courier claims parcels, tries them outside any transaction and settles them. Leases
 * and waits are in real time, since the messenger's limits are.
 */
public final class Deliveries {
    /** Longer than any one attempt can last; after it a claimed parcel counts as lost on its way. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** How often a reply or a task is taken up again after a stop on its way: a stop says nothing about the parcel itself. */
    private static final int MOST_ATTEMPTS = 10;

    private final Jdbi jdbi;
    private final Clock realTime;

    public Deliveries(Jdbi jdbi, Clock realTime) {
        this.jdbi = jdbi;
        this.realTime = realTime;
    }

    /**
     * Takes up to this many parcels for an attempt: the most urgent first, at most one per chat and lane, none whose chat has an earlier one
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
            end(parcel.id(), DeliveryState.DELIVERED, delivered.messageId(), "");
        } else if (outcome instanceof Outcome.Unreachable unreachable) {
            end(parcel.id(), DeliveryState.UNREACHABLE, 0, unreachable.reason());
        } else if (outcome instanceof Outcome.Refused refused) {
            end(parcel.id(), DeliveryState.REFUSED, 0, refused.reason());
        } else if (outcome instanceof Outcome.Unknown unknown) {
            end(parcel.id(), DeliveryState.UNKNOWN, 0, unknown.reason());
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
                        update outbox set state = 0, lane = :lane, not_before = :at, attempts = attempts - :uncounted,
                                          outcome = :reason
                        where id = :id
                        """)
                .bind("lane", laneAfter(parcel, postponed).ordinal())
                .bind("at", realTime.instant().plus(postponed.pause()))
                .bind("uncounted", postponed.counts() ? 0 : 1)
                .bind("reason", shortened(postponed.reason()))
                .bind("id", parcel.id())
                .execute());
    }

    /** A document that failed steps aside, so that what was posted after it need not wait for it. */
    private static Lane laneAfter(Parcel parcel, Outcome.Postponed postponed) {
        return parcel.outgoing() instanceof Outgoing.Document && postponed.counts() ? Lane.DIGEST : parcel.lane();
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
}
