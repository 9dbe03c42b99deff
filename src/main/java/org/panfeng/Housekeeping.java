package org.panfeng;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.panfeng.jobs.Duty;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Pictures;
import org.panfeng.mailbox.SeenUpdates;
import org.panfeng.mailbox.SetAside;
import org.panfeng.study.RecountOrders;

/** Forgets what nobody will ask for any more. */
record Housekeeping(
        Outbox outbox,
        Pictures pictures,
        SeenUpdates seenUpdates,
        SetAside setAside,
        RecountOrders recounts,
        Clock realTime)
        implements Duty {
    private static final Duration SENT_KEPT = Duration.ofDays(3);
    private static final Duration SEEN_KEPT = Duration.ofHours(48);
    private static final Duration SET_ASIDE_KEPT = Duration.ofDays(30);
    private static final Duration RECOUNTS_KEPT = Duration.ofDays(30);

    @Override
    public void due(Instant now) {
        outbox.prune(realTime.instant().minus(SENT_KEPT));
        pictures.prune(realTime.instant().minus(SENT_KEPT));
        seenUpdates.prune(now.minus(SEEN_KEPT));
        setAside.prune(now.minus(SET_ASIDE_KEPT));
        recounts.prune(now.minus(RECOUNTS_KEPT));
    }
}
