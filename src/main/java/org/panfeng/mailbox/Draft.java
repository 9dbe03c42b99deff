package org.panfeng.mailbox;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Something that is about to be posted. */
record Draft(Lane lane, long chatId, Outgoing outgoing, Topic topic) {

    /** How a draft comes into the outbox. */
    enum As {
        /** To be claimed. */
        WAITING,
        /** Claimed by this process, which tries it for the first time. */
        CLAIMED,
        /** On its way when whoever carried it stopped; to be claimed again. */
        STOPPED
    }

    /** Whether it is a reply that nobody asks for again once it has arrived. */
    boolean isDisposable() {
        return lane == Lane.REPLY && topic.equals(Topic.NONE);
    }

    /** The parcel as it is right after it was posted and claimed. */
    Parcel claimed(Parcel.Place place) {
        return new Parcel(place, lane, chatId, outgoing, topic, 1, 0, isDisposable());
    }

    /**
     * Writes drafts into the outbox, each in a row of its own.
     *
     * @return the rows, in the same order
     */
    static List<Parcel.OwnRow> insert(Handle handle, List<Draft> drafts, As as, Instant now) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert into outbox (lane, chat_id, payload, topic_kind, topic_id, topic_of, state, attempts, repeated, outcome, not_before,
                                    lease_until, posted_at)
                values (:lane, :chat, :payload, :kind, :topic, :of, :state, :attempts, :repeated, :outcome, :now, :lease, :now)
                """);
        for (Draft draft : drafts) {
            batch.bind("lane", draft.lane().ordinal())
                    .bind("chat", draft.chatId())
                    .bind("payload", OutgoingJson.write(draft.outgoing()))
                    .bind("kind", draft.topic().kind())
                    .bind("topic", draft.topic().id())
                    .bind("of", draft.topic().of())
                    .bind("state", as == As.CLAIMED ? DeliveryState.SENDING : DeliveryState.WAITING)
                    .bind("attempts", as == As.WAITING ? 0 : 1)
                    .bind("repeated", as == As.STOPPED)
                    .bind("outcome", as == As.STOPPED ? Deliveries.STOPPED : "")
                    .bind("lease", as == As.CLAIMED ? now.plus(Deliveries.LEASE) : null)
                    .bind("now", now)
                    .add();
        }
        return batch.executePreparedBatch("id")
                .mapTo(Long.class)
                .map(Parcel.OwnRow::new)
                .list();
    }
}
