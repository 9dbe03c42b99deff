package org.panfeng.telegram;

import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.mailbox.DeliveryReport;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Parcel;
import org.panfeng.mailbox.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what the outbox holds to Telegram: many parcels at once, one at a time per chat. One thread claims and settles; the
 * requests run on the HTTP client's threads.
 */
public final class Courier implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(3);

    /** Something for the courier's thread: an attempt that has ended, or null parcel for a mere nudge. */
    private sealed interface Event {}

    private record Ended(Parcel parcel, Outcome outcome) implements Event {}

    private record Nudge() implements Event {}

    private final Jdbi jdbi;
    private final Outbox outbox;
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
            List<DeliveryReport> reports,
            Unreachables unreachables,
            Clock officeClock,
            int perSecond) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.carrier = new Carrier(api.client(), outbox);
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
        jdbi.useTransaction(handle ->
                outbox.recover(isAlone).forEach(parcel -> report(parcel, new Outcome.Unknown("stopped on the way"))));
        outbox.onPosted(() -> events.add(new Nudge()));
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!stopping) {
            try {
                settle();
                if (!carryMore()) {
                    await(IDLE);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
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
     * Writes down every attempt that has ended, one transaction per topic: a transaction over several tasks and a batch of answers to the
     * same tasks would wait for each other's rows.
     */
    private void settle() {
        for (Event event = events.poll(); event != null; event = events.poll()) {
            sort(event);
        }
        while (!unsettled.isEmpty()) {
            Topic topic = unsettled.get(0).parcel().topic();
            List<Ended> together = unsettled.stream()
                    .filter(ended -> isAbout(topic, ended.parcel().topic()))
                    .toList();
            jdbi.useTransaction(handle -> together.forEach(ended -> {
                if (outbox.settle(ended.parcel(), ended.outcome())) {
                    report(ended.parcel(), ended.outcome());
                }
            }));
            together.forEach(this::holdBulkBack);
            inFlight -= together.size();
            unsettled.removeAll(together);
        }
    }

    private static boolean isAbout(Topic topic, Topic other) {
        return topic.kind().equals(other.kind()) && topic.id() == other.id();
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

    /** When Telegram asks a bulk lane to wait, all of them do. */
    private void holdBulkBack(Ended ended) {
        boolean isFlood = ended.outcome() instanceof Outcome.Postponed postponed && !postponed.counts();
        if (isFlood && ended.parcel().lane().isBulk()) {
            Outcome.Postponed postponed = (Outcome.Postponed) ended.outcome();
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
        List<Parcel> claimed = outbox.claim(free, bulk);
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
