package org.panfeng.mailbox;

import java.time.Instant;

/** Hears what became of parcels of one kind of topic, inside the transaction that records it. */
public interface DeliveryReport {
    String topicKind();

    /**
     * @param outcome final: delivered, unreachable, refused or unknown
     * @param at office time
     */
    void settled(Parcel parcel, Outcome outcome, Instant at);
}
