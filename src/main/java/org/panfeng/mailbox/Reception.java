package org.panfeng.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Since when the bot has been receiving. A day closes only over people who could be heard, so this has to survive a restart. Instants are
 * office time.
 */
public final class Reception {
    /** The messenger keeps button presses for about this long, so nothing is lost in a shorter gap. */
    static final Duration GAP = Duration.ofSeconds(150);

    private static final Duration WRITE_EVERY = Duration.ofSeconds(10);

    /**
     * @param since the beginning of the present stretch without a gap
     * @param last when something, or the news that there is nothing, was received
     */
    public record Stretch(Instant since, Instant last) {
        /** Whether the bot was receiving at this instant and has been since. */
        public boolean covers(Instant instant) {
            return !since.isAfter(instant) && !last.isBefore(instant);
        }
    }

    /**
     * A time without reception, longer than the messenger keeps button presses.
     *
     * @param from when something was last received
     * @param until when something was received again
     */
    public record Outage(Instant from, Instant until) {}

    private final Jdbi jdbi;
    private Optional<Stretch> stored = Optional.empty();
    private Optional<Stretch> present = Optional.empty();
    private Optional<Instant> bridgedTo = Optional.empty();

    public Reception(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The messenger has answered at this instant; one that a bridge has left behind does not lead back over it. Any other that is long
     * before the last one says that the clock was wrong and has been set back: the time that it had shown does not count.
     */
    public synchronized void received(Instant now) {
        if (bridgedTo.filter(now::isBefore).isPresent()) {
            return;
        }
        bridgedTo = Optional.empty();
        if (stretch().filter(stretch -> isSetBack(stretch, now)).isPresent()) {
            keep(new Stretch(earlier(stretch().orElseThrow().since(), now), now), Optional.empty());
            return;
        }
        if (stretch().filter(stretch -> isGap(stretch, now)).isPresent()) {
            // Another node may have been receiving meanwhile.
            present = read();
            stored = present;
        }
        Optional<Outage> outage =
                present.filter(stretch -> isGap(stretch, now)).map(stretch -> new Outage(stretch.last(), now));
        Stretch next = present.filter(stretch -> !isGap(stretch, now))
                .map(stretch -> new Stretch(stretch.since(), later(stretch.last(), now)))
                .orElse(new Stretch(now, now));
        keep(next, outage);
    }

    private static boolean isGap(Stretch stretch, Instant now) {
        return now.isAfter(stretch.last().plus(GAP));
    }

    private static boolean isSetBack(Stretch stretch, Instant now) {
        return now.isBefore(stretch.last().minus(GAP));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The clock was moved on purpose, by someone who saw to it that nothing was missed: no gap. */
    public synchronized void bridge(Instant now) {
        bridgedTo = Optional.of(now);
        keep(
                stretch()
                        .map(stretch -> new Stretch(stretch.since(), later(stretch.last(), now)))
                        .orElse(new Stretch(now, now)),
                Optional.empty());
    }

    private void keep(Stretch next, Optional<Outage> outage) {
        boolean isDue = stored.isEmpty()
                || !stored.get().since().equals(next.since())
                || Duration.between(stored.get().last(), next.last()).abs().compareTo(WRITE_EVERY) >= 0;
        if (isDue) {
            // Before it counts: what cannot be written down has not been received either.
            write(next, outage);
            stored = Optional.of(next);
        }
        present = Optional.of(next);
    }

    /** The present or last stretch; empty when nothing was ever received. */
    public synchronized Optional<Stretch> stretch() {
        if (present.isEmpty()) {
            present = read();
            stored = present;
        }
        return present;
    }

    private Optional<Stretch> read() {
        return jdbi.withHandle(handle -> handle.createQuery("select since, last_received from reception where id = 1")
                .map((row, context) -> new Stretch(
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("last_received").toInstant()))
                .findOne());
    }

    /** The outages whose consequences nobody has drawn yet, the oldest first. */
    public List<Outage> unsettled() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select heard_until, heard_again from outage where settled = false order by heard_until")
                .map((row, context) -> new Outage(
                        row.getTimestamp("heard_until").toInstant(),
                        row.getTimestamp("heard_again").toInstant()))
                .list());
    }

    /**
     * Notes, in the caller's transaction, that the consequences of an outage are drawn.
     *
     * @return false when they were already
     */
    public boolean settle(Outage outage) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update outage set settled = true where heard_until = :from and settled = false")
                        .bind("from", outage.from())
                        .execute())
                == 1;
    }

    private static void write(Handle handle, Outage outage) {
        handle.createUpdate("""
                        insert into outage (heard_until, heard_again) values (:from, :until) on conflict do nothing
                        """)
                .bind("from", outage.from())
                .bind("until", outage.until())
                .execute();
    }

    private void write(Stretch stretch, Optional<Outage> outage) {
        jdbi.useTransaction(handle -> {
            outage.ifPresent(gap -> write(handle, gap));
            handle.execute("delete from reception where id = 1");
            handle.createUpdate("insert into reception (id, since, last_received) values (1, :since, :last)")
                    .bind("since", stretch.since())
                    .bind("last", stretch.last())
                    .execute();
        });
    }
}
