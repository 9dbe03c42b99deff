package org.panfeng.mailbox;

import java.time.Instant;
import java.util.List;

/** Hears what became of parcels of one kind of topic, inside the transaction that records it. */
public interface DeliveryReport {
    String topicKind();

    /**
     * @param outcome final: delivered, unreachable, refused or unknown
     * @param at office time
     */
    void settled(Parcel parcel, Outcome outcome, Instant at);

    /** A parcel of this topic kind, and its final outcome. */
    record Settled(Parcel parcel, Outcome outcome) {}

    /**
     * The same for many parcels in one transaction. Whoever is told must not wait there for rows that a batch of updates may hold.
     *
     * @param at office time
     */
    default void settled(List<Settled> all, Instant at) {
        all.forEach(one -> settled(one.parcel(), one.outcome(), at));
    }
}
