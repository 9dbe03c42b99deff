package org.panfeng.mailbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes down, in one transaction, what became of attempts. Nobody else touches a parcel that is on its way, so no lock is waited for. */
final class Settlement {
    private static final int LONGEST_REASON = 300;

    private final Handle handle;
    private final Instant now;
    private final List<Deliveries.Ended> over = new ArrayList<>();
    private final List<Long> disposable = new ArrayList<>();
    private final List<Deliveries.Ended> kept = new ArrayList<>();
    private final Bundles bundles;
    private final List<Parcel.InBundle> bundled = new ArrayList<>();

    Settlement(Handle handle, Instant now, Bundles bundles) {
        this.handle = handle;
        this.now = now;
        this.bundles = bundles;
    }

    void add(Deliveries.Ended ended) {
        if (!(ended.parcel().place() instanceof Parcel.InBundle piece)) {
            addRow(ended);
            return;
        }
        bundled.add(piece);
        if (ended.outcome() instanceof Outcome.Delivered) {
            over.add(ended);
        } else if (Bundles.isThere(handle, piece.bundle())) {
            addRow(new Deliveries.Ended(inOwnRow(ended.parcel()), ended.outcome()));
        }
    }

    private Parcel inOwnRow(Parcel parcel) {
        Draft draft = new Draft(parcel.lane(), parcel.chatId(), parcel.outgoing(), parcel.topic());
        return parcel.in(
                Draft.insert(handle, List.of(draft), Draft.As.CLAIMED, now).get(0));
    }

    private void addRow(Deliveries.Ended ended) {
        Parcel parcel = ended.parcel();
        if (ended.outcome() instanceof Outcome.Postponed postponed) {
            postpone(parcel, postponed);
        } else if (ended.outcome() instanceof Outcome.Moved moved) {
            if (!move(parcel, moved.chatId())) {
                finish(new Deliveries.Ended(parcel, new Outcome.Refused("the chat has moved twice")));
            }
        } else if (!(ended.outcome() instanceof Outcome.Unknown unknown) || !repeat(parcel, unknown)) {
            finish(ended);
        }
    }

    private void finish(Deliveries.Ended ended) {
        over.add(ended);
        if (ended.outcome() instanceof Outcome.Delivered && ended.parcel().isDisposable()) {
            disposable.add(ended.parcel().id());
        } else {
            kept.add(ended);
        }
    }

    /** Writes what is over and returns it. */
    List<Deliveries.Ended> write() {
        delete();
        end();
        bundles.end(handle, bundled);
        return over;
    }

    private void delete() {
        if (disposable.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("delete from outbox where id = :id");
        disposable.forEach(id -> batch.bind("id", id).add());
        batch.execute();
    }

    private void end() {
        if (kept.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "update outbox set state = :state, message_id = :message, outcome = :reason, settled_at = :now where id = :id");
        for (Deliveries.Ended ended : kept) {
            batch.bind("state", state(ended.outcome()))
                    .bind("message", ended.outcome() instanceof Outcome.Delivered delivered ? delivered.messageId() : 0)
                    .bind("reason", reason(ended.outcome()))
                    .bind("now", now)
                    .bind("id", ended.parcel().id())
                    .add();
        }
        batch.execute();
    }

    private static int state(Outcome outcome) {
        if (outcome instanceof Outcome.Delivered) {
            return DeliveryState.DELIVERED;
        } else if (outcome instanceof Outcome.Unreachable) {
            return DeliveryState.UNREACHABLE;
        }
        return outcome instanceof Outcome.Refused ? DeliveryState.REFUSED : DeliveryState.UNKNOWN;
    }

    private static String reason(Outcome outcome) {
        if (outcome instanceof Outcome.Unreachable unreachable) {
            return shortened(unreachable.reason());
        } else if (outcome instanceof Outcome.Refused refused) {
            return shortened(refused.reason());
        }
        return outcome instanceof Outcome.Unknown unknown ? shortened(unknown.reason()) : "";
    }

    private boolean repeat(Parcel parcel, Outcome.Unknown unknown) {
        return Deliveries.mayRepeat(parcel)
                && handle.createUpdate("""
                                update outbox set state = 0, repeated = true, parts = :parts, outcome = :reason
                                where id = :id and repeated = false
                                """)
                                .bind("parts", Math.max(parcel.parts(), unknown.parts()))
                                .bind("reason", shortened(unknown.reason()))
                                .bind("id", parcel.id())
                                .execute()
                        == 1;
    }

    private void postpone(Parcel parcel, Outcome.Postponed postponed) {
        handle.createUpdate("""
                        update outbox set state = 0, lane = :lane, not_before = :at, attempts = attempts - :uncounted,
                                          parts = :parts, outcome = :reason
                        where id = :id
                        """)
                .bind("lane", laneAfter(parcel, postponed).ordinal())
                .bind("at", now.plus(postponed.pause()))
                .bind("uncounted", postponed.counts() ? 0 : 1)
                .bind("parts", Math.max(parcel.parts(), postponed.parts()))
                .bind("reason", shortened(postponed.reason()))
                .bind("id", parcel.id())
                .execute();
    }

    /** A document that failed steps aside, so that what was posted after it need not wait for it. */
    private static Lane laneAfter(Parcel parcel, Outcome.Postponed postponed) {
        return parcel.outgoing() instanceof Outgoing.Document && postponed.counts() ? Lane.DIGEST : parcel.lane();
    }

    /** Everything for the chat goes where the chat is now; the parcel itself once only, lest it goes to and fro for ever. */
    private boolean move(Parcel parcel, long chatId) {
        handle.createUpdate("update outbox set chat_id = :to where chat_id = :from and state in (0, 1)")
                .bind("to", chatId)
                .bind("from", parcel.chatId())
                .execute();
        return handle.createUpdate("""
                                update outbox set state = 0, not_before = :now, outcome = 'moved'
                                where id = :id and outcome <> 'moved'
                                """).bind("now", now).bind("id", parcel.id()).execute() == 1;
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
