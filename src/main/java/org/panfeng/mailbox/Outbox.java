package org.panfeng.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.panfeng.batch.Writes;

/**
 * The durable queue of what is still to be said. Posting joins the caller's transaction; what happens next is for {@link Deliveries}.
 * Replies are posted as claimed by this process, which carries them right after the commit: a look for them would cost more than all the
 * rest. After a stop they are found like everything that was on its way.
 */
public final class Outbox {
    private final Jdbi jdbi;
    private final Clock realTime;
    private final Writes<Draft> drafts = new Writes<>(this::write);
    private volatile @Nullable Carriage carriage;

    public Outbox(Jdbi jdbi, Clock realTime) {
        this.jdbi = jdbi;
        this.realTime = realTime;
    }

    /** Lets this one carry what is posted from now on. */
    public void carriedBy(Carriage carriage) {
        this.carriage = carriage;
    }

    /** Posts a parcel; what a batch posts is written at its end. */
    public void post(Lane lane, long chatId, Outgoing outgoing, Topic topic) {
        drafts.add(new Draft(lane, chatId, outgoing, topic));
    }

    private void write(List<Draft> all) {
        Carriage carrying = carriage;
        jdbi.useHandle(handle -> {
            if (carrying == null) {
                Draft.insert(handle, all, Draft.As.WAITING, realTime.instant());
            } else {
                write(handle, all, carrying);
            }
        });
    }

    private void write(Handle handle, List<Draft> all, Carriage carrying) {
        Instant now = realTime.instant();
        List<Draft> replies =
                all.stream().filter(draft -> draft.lane() == Lane.REPLY).toList();
        Iterator<Parcel> bundled = Bundles.post(
                        handle, replies.stream().filter(Draft::isDisposable).toList(), now)
                .iterator();
        List<Draft> asked =
                replies.stream().filter(draft -> !draft.isDisposable()).toList();
        Iterator<Parcel.OwnRow> rows =
                Draft.insert(handle, asked, Draft.As.CLAIMED, now).iterator();
        List<Parcel> claimed = replies.stream()
                .map(draft -> draft.isDisposable() ? bundled.next() : draft.claimed(rows.next()))
                .toList();
        List<Draft> others =
                all.stream().filter(draft -> draft.lane() != Lane.REPLY).toList();
        Draft.insert(handle, others, Draft.As.WAITING, now);
        handle.afterCommit(() -> hand(carrying, claimed, !others.isEmpty()));
    }

    private static void hand(Carriage carrying, List<Parcel> claimed, boolean isMore) {
        if (!claimed.isEmpty()) {
            carrying.take(claimed);
        }
        if (isMore) {
            carrying.look();
        }
    }

    /** Writes down once what many parcels will say. */
    public LetterId letter(Outgoing outgoing) {
        return letter(outgoing, "");
    }

    /**
     * Writes down once what many parcels will say, so that it can be called back.
     *
     * @param about what it says something about, for {@link #callBack}
     */
    public LetterId letter(Outgoing outgoing, String about) {
        return jdbi.withHandle(handle -> new LetterId(
                handle.createUpdate("insert into letter (payload, about, written_at) values (:payload, :about, :now)")
                        .bind("payload", OutgoingJson.write(outgoing))
                        .bind("about", about)
                        .bind("now", realTime.instant())
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one()));
    }

    /** Sends no more copies of the letters about this, but those that are on their way. */
    public void callBack(String about) {
        jdbi.useHandle(handle -> CalledBack.mark(handle, about));
    }

    /** Sends the letters about this after all, to whom they have not been sent. */
    public void giveBack(String about) {
        Carriage carrying = carriage;
        jdbi.useHandle(handle -> {
            CalledBack.unmark(handle, about);
            if (carrying != null) {
                handle.afterCommit(carrying::look);
            }
        });
    }

    /**
     * One copy of a letter for a chat.
     *
     * @param once is posted a single time, whoever asks again; null where the caller sees to that
     */
    public record Copy(
            long chatId,
            LetterId letter,
            Topic topic,
            @Nullable String once) {}

    /** Posts copies of letters, skipping those whose {@code once} is there already. */
    public void post(Lane lane, Collection<Copy> copies) {
        if (copies.isEmpty()) {
            return;
        }
        Carriage carrying = carriage;
        jdbi.useHandle(handle -> {
            if (carrying != null) {
                handle.afterCommit(carrying::look);
            }
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

    /** Whether a parcel about just this was posted within this time, in real time, and has arrived or is still to. */
    public boolean hasPosted(Topic topic, Duration within) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                select count(*) from outbox
                                where topic_kind = :kind and topic_id = :id and topic_of = :of
                                  and state in (0, 1, 2) and posted_at > :since
                                """)
                        .bind("kind", topic.kind())
                        .bind("id", topic.id())
                        .bind("of", topic.of())
                        .bind("since", realTime.instant().minus(within))
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    /** Which message the parcel about just this has become in each chat where it has arrived, as far as that is still known. */
    public Map<Long, Long> arrived(Topic topic) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select chat_id, max(message_id) as message from outbox
                        where topic_kind = :kind and topic_id = :id and topic_of = :of
                          and state = 2 and message_id > 0
                        group by chat_id
                        """)
                .bind("kind", topic.kind())
                .bind("id", topic.id())
                .bind("of", topic.of())
                .map((row, context) -> Map.entry(row.getLong("chat_id"), row.getLong("message")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** How many parcels wait or are on their way, per lane that has any. */
    public Map<Lane, Long> waiting() {
        return jdbi.withHandle(handle -> {
            Map<Lane, Long> waiting = handle.createQuery(
                            "select lane, count(*) as parcels from outbox where state in (0, 1) group by lane")
                    .map((row, context) -> Map.entry(Lane.values()[row.getInt("lane")], row.getLong("parcels")))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            long bundled = Bundles.underWay(handle);
            if (bundled > 0) {
                waiting.merge(Lane.REPLY, bundled, Long::sum);
            }
            return waiting;
        });
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
                byState.getOrDefault(DeliveryState.WAITING, 0L) + byState.getOrDefault(DeliveryState.SENDING, 0L),
                byState.getOrDefault(DeliveryState.DELIVERED, 0L),
                byState.getOrDefault(DeliveryState.UNREACHABLE, 0L),
                byState.getOrDefault(DeliveryState.REFUSED, 0L),
                byState.getOrDefault(DeliveryState.UNKNOWN, 0L));
    }

    /** Forgets what was settled before this instant of real time, and letters that no parcel needs any more. */
    public int prune(Instant before) {
        return jdbi.inTransaction(handle -> {
            int gone = handle.createUpdate("delete from outbox where state > 1 and settled_at < :before")
                    .bind("before", before)
                    .execute();
            handle.createUpdate("""
                            delete from letter where written_at < :before
                              and id not in (select letter_id from outbox where letter_id is not null)
                            """).bind("before", before).execute();
            return gone;
        });
    }
}
