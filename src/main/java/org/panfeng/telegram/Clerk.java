package org.panfeng.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.panfeng.mailbox.Deliveries;
import org.panfeng.mailbox.Deliveries.Ended;
import org.panfeng.mailbox.DeliveryReport;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Parcel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The courier's hand at the outbox: writes down what became of parcels, and fetches those that may go now. One thread. */
final class Clerk implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Clerk.class);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration RECOVER_EVERY = Duration.ofSeconds(30);
    private static final Object NUDGE = new Object();
    private static final int HOPELESS = 600;
    private static final int MOST_AT_ONCE = 500;
    private static final int KEPT_FOR_REPLIES = BotApi.IN_FLIGHT / 4;

    /** An outcome that is not written down yet. */
    private static final class Unsettled {
        final Ended ended;
        int failures;

        Unsettled(Ended ended) {
            this.ended = ended;
        }
    }

    private final Jdbi jdbi;
    private final Deliveries deliveries;
    private final Map<String, DeliveryReport> reports;
    private final Courier.Unreachables unreachables;
    private final Clock officeClock;
    private final Pace pace;
    private final ChatPace chatPace;
    private final Silence silence;
    private final BlockingQueue<Object> events = new LinkedBlockingQueue<>();
    private final List<Unsettled> unsettled = new ArrayList<>();
    private volatile boolean isStopping;
    private volatile boolean isGivenUp;
    private volatile boolean repliesMayWait = true;
    private final Appointments appointments = new Appointments(System.nanoTime());
    private long writtenBack;
    private long recoveredAt = System.nanoTime();

    Clerk(
            Jdbi jdbi,
            Deliveries deliveries,
            Map<String, DeliveryReport> reports,
            Courier.Unreachables unreachables,
            Clock officeClock,
            Pace pace,
            ChatPace chatPace,
            Silence silence) {
        this.jdbi = jdbi;
        this.deliveries = deliveries;
        this.reports = reports;
        this.unreachables = unreachables;
        this.officeClock = officeClock;
        this.pace = pace;
        this.chatPace = chatPace;
        this.silence = silence;
    }

    private @Nullable Round round;

    void workWith(Round round) {
        this.round = round;
    }

    /** An attempt is over. */
    void ended(Ended ended) {
        events.add(ended);
    }

    /** Something was posted that has to be claimed. */
    void look() {
        repliesMayWait = true;
        appointments.makeNow(System.nanoTime());
        events.add(NUDGE);
    }

    /** Writes down what has ended, and ends. */
    void stop() {
        isStopping = true;
        events.add(NUDGE);
    }

    /** Ends, whatever is not written down yet: it counts as stopped on its way. */
    void giveUp() {
        isGivenUp = true;
    }

    @Override
    public void run() {
        while (!isGivenUp && (!isStopping || !events.isEmpty() || !unsettled.isEmpty())) {
            try {
                await();
                settle();
                if (!isStopping) {
                    recoverSometimes();
                    fetch();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                log.error("The courier could not reach the database and tries again: {}", e.toString());
                log.debug("The courier could not reach the database", e);
                pause();
            }
        }
    }

    private void await() throws InterruptedException {
        long wait = Math.min(IDLE.toNanos(), Math.max(0, appointments.untilNext(System.nanoTime())));
        Object event = isStopping || !unsettled.isEmpty() ? events.poll() : events.poll(wait, TimeUnit.NANOSECONDS);
        for (int taken = 0; event != null; event = ++taken < MOST_AT_ONCE ? events.poll() : null) {
            if (event instanceof Ended ended) {
                unsettled.add(new Unsettled(ended));
            }
        }
    }

    /** Writes down every attempt that has ended, all in one transaction; where that fails, one by one. */
    private void settle() {
        if (unsettled.isEmpty()) {
            return;
        }
        try {
            settle(unsettled.stream().map(one -> one.ended).toList());
            unsettled.clear();
        } catch (RuntimeException e) {
            log.debug("{} outcomes could not be written down together", unsettled.size(), e);
            settleOneByOne();
        }
    }

    private void settle(List<Ended> ended) {
        jdbi.useTransaction(handle -> report(deliveries.settle(ended)));
        ended.forEach(this::note);
    }

    /** Where one outcome cannot be written down the others must be. It is kept; once it is hopeless, the lease ends it as unknown. */
    private void settleOneByOne() {
        int written = 0;
        Iterator<Unsettled> each = unsettled.iterator();
        while (each.hasNext()) {
            Unsettled one = each.next();
            try {
                settle(List.of(one.ended));
                written++;
            } catch (RuntimeException e) {
                if (++one.failures <= HOPELESS) {
                    continue;
                }
                log.error(
                        "The outcome of parcel {} cannot be written down",
                        one.ended.parcel().place(),
                        e);
            }
            each.remove();
        }
        if (written == 0 && !unsettled.isEmpty()) {
            log.warn("{} outcomes cannot be written down yet", unsettled.size());
            pause();
        }
    }

    private void note(Ended ended) {
        if (ended.outcome() instanceof Outcome.Postponed postponed) {
            lookAgainIn(postponed.pause());
        } else if (Round.mayComeAgain(ended.outcome())) {
            lookAgainIn(Duration.ZERO);
        }
        if (ended.parcel().lane() == Lane.REPLY && Round.mayComeAgain(ended.outcome())) {
            writtenBack++;
            repliesMayWait = true;
        } else if (ended.parcel().lane() == Lane.REPLY && repliesMayWait) {
            // Others may have waited for this one.
            lookAgainIn(Duration.ZERO);
        }
    }

    private void lookAgainIn(Duration pause) {
        appointments.makeIn(pause, System.nanoTime());
    }

    /** Looks for parcels whose courier has vanished, this one's own hopeless cases among them. */
    private void recoverSometimes() {
        if (unsettled.isEmpty() && System.nanoTime() - recoveredAt > RECOVER_EVERY.toNanos()) {
            recoveredAt = System.nanoTime();
            recover(false);
            look();
        }
    }

    void recover(boolean everything) {
        jdbi.useTransaction(handle -> report(deliveries.recover(everything).stream()
                .map(parcel -> new Ended(parcel, new Outcome.Unknown("stopped on the way")))
                .toList()));
    }

    private void report(List<Ended> over) {
        Instant now = officeClock.instant();
        over.stream()
                .filter(ended -> reports.containsKey(ended.parcel().topic().kind()))
                .collect(Collectors.groupingBy(ended -> ended.parcel().topic().kind()))
                .forEach((kind, ended) -> tell(kind, ended, now));
        over.forEach(ended -> consider(ended, now));
    }

    private void tell(String kind, List<Ended> ended, Instant now) {
        DeliveryReport report = reports.get(kind);
        if (report != null) {
            report.settled(
                    ended.stream()
                            .map(one -> new DeliveryReport.Settled(one.parcel(), one.outcome()))
                            .toList(),
                    now);
        }
    }

    private void consider(Ended ended, Instant now) {
        Parcel parcel = ended.parcel();
        if (ended.outcome() instanceof Outcome.Unreachable unreachable) {
            log.info("Chat {} cannot be reached: {}", parcel.chatId(), unreachable.reason());
            unreachables.lost(parcel.chatId(), now);
        } else if (ended.outcome() instanceof Outcome.Refused refused
                && !(parcel.outgoing() instanceof Outgoing.Document)) {
            log.warn("Parcel {} was refused: {}", parcel.place(), refused.reason());
        }
    }

    /** Fetches what may go now, and decides when to look again. */
    private void fetch() {
        long now = System.nanoTime();
        if (appointments.untilNext(now) > 0 || round == null) {
            return;
        }
        Duration pause = silence.reserve(now);
        appointments.kept(pause.isZero() || pause.compareTo(IDLE) > 0 ? IDLE : pause, now);
        if (pause.isZero()) {
            fetchReplies(round);
            fetchBulk(round, now);
        }
    }

    private void fetchReplies(Round round) {
        int room = BotApi.IN_FLIGHT - round.underWay();
        if (!repliesMayWait || room <= 0) {
            return;
        }
        List<Parcel> replies = deliveries.claimReplies(MOST_AT_ONCE);
        round.carry(replies);
        Map<Long, Integer> behind = deliveries.waitingReplies();
        round.behind(behind, writtenBack);
        repliesMayWait = !behind.isEmpty();
        if (!replies.isEmpty() && repliesMayWait) {
            lookAgainIn(Duration.ZERO);
        }
    }

    private void fetchBulk(Round round, long now) {
        int room = Math.min(pace.room(now), BotApi.IN_FLIGHT - KEPT_FOR_REPLIES - round.underWay());
        for (Lane lane : Lane.values()) {
            if (lane.isBulk() && room > 0) {
                List<Parcel> claimed = deliveries.claim(lane, room, this::reserve);
                claimed.forEach(parcel -> pace.started());
                round.carry(claimed);
                room -= claimed.size();
            }
        }
        if (room <= 0) {
            // There may be more.
            lookAgainIn(Duration.ofNanos(pace.untilRoom(System.nanoTime())));
        }
    }

    private Duration reserve(long chatId) {
        long now = System.nanoTime();
        Duration pause = silence.reserve(chatId, now);
        Duration spacing = chatPace.reserve(chatId, now);
        Duration longer = pause.compareTo(spacing) > 0 ? pause : spacing;
        if (!longer.isZero()) {
            lookAgainIn(longer);
        }
        return longer;
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
