package org.panfeng.telegram;

import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.mailbox.Attachments;
import org.panfeng.mailbox.Deliveries;
import org.panfeng.mailbox.DeliveryReport;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Parcel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what the outbox holds to Telegram: many parcels at once, one at a time per chat. One thread claims and settles; the
 * requests run on the HTTP client's threads.
 */
public final class Courier implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration RECOVER_EVERY = Duration.ofSeconds(30);
    private static final int HOPELESS = 600;
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(3);
    private static final Duration AFTER_ERROR = Duration.ofMinutes(1);

    /** Something for the courier's thread: an attempt that has ended, or a nudge to look at the outbox. */
    private sealed interface Event {}

    private static final class Ended implements Event {
        final Parcel parcel;
        final Outcome outcome;
        int failures;

        Ended(Parcel parcel, Outcome outcome) {
            this.parcel = parcel;
            this.outcome = outcome;
        }
    }

    private record Nudge() implements Event {}

    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Carrier carrier;
    private final Map<String, DeliveryReport> reports;
    private final Unreachables unreachables;
    private final Clock officeClock;
    private final Bucket bulkBudget;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final List<Ended> unsettled = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "courier");
    private volatile boolean stopping;
    private int inFlight;
    private long bulkPausedUntil;
    private long recoveredAt;

    /** Hears whose chat refuses our messages. */
    public interface Unreachables {
        void lost(long chatId, java.time.Instant since);
    }

    /**
     * @param perSecond how many messages a second may go out that answer nobody
     */
    public Courier(
            BotApi api,
            Jdbi jdbi,
            Outbox outbox,
            Deliveries deliveries,
            Attachments attachments,
            List<DeliveryReport> reports,
            Unreachables unreachables,
            Clock officeClock,
            int perSecond) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.carrier = new Carrier(api, deliveries, new Depot(new FileIds(jdbi, api.botId()), attachments));
        this.reports = reports.stream().collect(Collectors.toMap(DeliveryReport::topicKind, Function.identity()));
        this.unreachables = unreachables;
        this.officeClock = officeClock;
        this.bulkBudget = Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }

    /**
     * Takes up what was on its way when the last courier stopped, and starts.
     *
     * @param isAlone no other process shares the database, so that nothing can be on its way any more
     */
    public void start(boolean isAlone) {
        recover(isAlone);
        recoveredAt = System.nanoTime();
        outbox.onPosted(() -> events.add(new Nudge()));
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!stopping) {
            try {
                settle();
                recoverSometimes();
                if (!carryMore()) {
                    await(IDLE);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                log.error("The courier could not reach the database and tries again", e);
                pause();
            }
        }
    }

    private void await(Duration most) throws InterruptedException {
        Event event = events.poll(most.toMillis(), TimeUnit.MILLISECONDS);
        if (event != null) {
            sort(event);
        }
    }

    private void sort(Event event) {
        if (event instanceof Ended ended) {
            unsettled.add(ended);
        }
    }

    /**
     * Writes down every attempt that has ended. Those nobody wants a report of share a transaction; the others have one each, since a
     * transaction over several tasks and a batch of answers to the same tasks would wait for each other's rows.
     */
    private void settle() {
        for (Event event = events.poll(); event != null; event = events.poll()) {
            sort(event);
        }
        List<Ended> unreported = unsettled.stream()
                .filter(ended -> !reports.containsKey(ended.parcel.topic().kind()))
                .toList();
        try {
            jdbi.useTransaction(handle -> unreported.forEach(this::settle));
            unreported.forEach(this::forget);
            unsettled.removeAll(unreported);
        } catch (RuntimeException e) {
            log.debug("{} outcomes could not be written down together", unreported.size());
        }
        settleOneByOne();
    }

    /** Where one outcome cannot be written down the others must be. It is kept; once it is hopeless, the lease ends it as unknown. */
    private void settleOneByOne() {
        int written = 0;
        Iterator<Ended> each = unsettled.iterator();
        while (each.hasNext()) {
            Ended ended = each.next();
            try {
                jdbi.useTransaction(handle -> settle(ended));
                written++;
            } catch (RuntimeException e) {
                ended.failures++;
                if (ended.failures <= HOPELESS) {
                    continue;
                }
                log.error("The outcome of parcel {} cannot be written down", ended.parcel.id(), e);
            }
            forget(ended);
            each.remove();
        }
        if (written == 0 && !unsettled.isEmpty()) {
            log.warn("{} outcomes cannot be written down yet", unsettled.size());
            pause();
        }
    }

    private void settle(Ended ended) {
        if (deliveries.settle(ended.parcel, ended.outcome)) {
            report(ended.parcel, ended.outcome);
        }
    }

    private void forget(Ended ended) {
        holdBulkBack(ended);
        inFlight--;
    }

    /** Looks for parcels whose courier has vanished, this one's own hopeless cases among them. */
    private void recoverSometimes() {
        if (unsettled.isEmpty() && System.nanoTime() - recoveredAt > RECOVER_EVERY.toNanos()) {
            recoveredAt = System.nanoTime();
            recover(false);
        }
    }

    private void recover(boolean everything) {
        jdbi.useTransaction(handle -> deliveries
                .recover(everything)
                .forEach(parcel -> report(parcel, new Outcome.Unknown("stopped on the way"))));
    }

    private void report(Parcel parcel, Outcome outcome) {
        DeliveryReport report = reports.get(parcel.topic().kind());
        if (report != null) {
            report.settled(parcel, outcome, officeClock.instant());
        }
        if (outcome instanceof Outcome.Unreachable unreachable) {
            log.info("Chat {} cannot be reached: {}", parcel.chatId(), unreachable.reason());
            unreachables.lost(parcel.chatId(), officeClock.instant());
        } else if (outcome instanceof Outcome.Refused refused) {
            log.warn("Parcel {} was refused: {}", parcel.id(), refused.reason());
        }
    }

    /** When a bulk lane is to wait, because Telegram asks for it or a file is being uploaded that many need, all of them do. */
    private void holdBulkBack(Ended ended) {
        if (ended.outcome instanceof Outcome.Postponed postponed
                && !postponed.counts()
                && ended.parcel.lane().isBulk()) {
            bulkPausedUntil = Math.max(
                    bulkPausedUntil, System.nanoTime() + postponed.pause().toNanos());
        }
    }

    private boolean carryMore() {
        int free = BotApi.IN_FLIGHT - inFlight;
        if (free <= 0) {
            return false;
        }
        boolean bulkMayGo = System.nanoTime() - bulkPausedUntil >= 0 || bulkPausedUntil == 0;
        int bulk = bulkMayGo ? (int) bulkBudget.tryConsumeAsMuchAsPossible(free) : 0;
        List<Parcel> claimed = deliveries.claim(free, bulk);
        long unused = bulk
                - claimed.stream().filter(parcel -> parcel.lane() != Lane.REPLY).count();
        if (unused > 0) {
            bulkBudget.addTokens(unused);
        }
        claimed.forEach(this::carry);
        return !claimed.isEmpty();
    }

    private void carry(Parcel parcel) {
        inFlight++;
        try {
            carrier.carry(parcel)
                    .whenComplete((outcome, failure) -> events.add(
                            new Ended(parcel, failure == null ? outcome : new Outcome.Unknown(failure.toString()))));
        } catch (RuntimeException e) {
            log.error("Parcel {} cannot be made into a request", parcel.id(), e);
            events.add(new Ended(parcel, new Outcome.Refused("no request: " + e)));
        } catch (Error e) {
            // No memory for a large file, perhaps: nothing is wrong with the parcel, and its place on the way must
            // become free again.
            log.error("Parcel {} could not be made into a request", parcel.id(), e);
            events.add(new Ended(parcel, new Outcome.Postponed(AFTER_ERROR, true, "no request: " + e)));
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isAlive() {
        return thread.isAlive();
    }

    /** Stops claiming, waits a moment for the answers that are under way and writes them down. */
    @Override
    public void close() {
        stopping = true;
        events.add(new Nudge());
        try {
            thread.join(LAST_ANSWERS.toMillis());
            long until = System.nanoTime() + LAST_ANSWERS.toNanos();
            settle();
            while (inFlight > 0 && System.nanoTime() < until) {
                await(Duration.ofMillis(50));
                settle();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("What was on its way could not be written down; it counts as unknown", e);
        }
    }
}
