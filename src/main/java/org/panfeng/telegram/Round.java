package org.panfeng.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.panfeng.mailbox.Deliveries.Ended;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Parcel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is under way: many parcels at once, one at a time per chat. One thread decides, the requests run on the threads of the connections;
 * none of them touches the database. What cannot go at once, since its chat is to be left alone, is given back to the outbox, and so is
 * every later reply to that chat, until the earlier ones have gone.
 */
final class Round implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Round.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);
    private static final int MOST_WAITING = 20_000;
    private static final Duration AFTER_ERROR = Duration.ofMinutes(1);

    /** Something this thread has to deal with. */
    private sealed interface Event {}

    private record Handed(List<Parcel> parcels, boolean isFromOutbox) implements Event {}

    private record Arrived(Parcel parcel, Outcome outcome, long startedAt, long endedAt) implements Event {}

    private record Behind(Map<Long, Integer> chats, long upTo) implements Event {}

    private record Stop() implements Event {}

    /** A parcel that waits, and since when. */
    private record Waiting(Parcel parcel, long since) {}

    private final BiFunction<Parcel, Runnable, CompletableFuture<Outcome>> carrier;
    private final Pace pace;
    private final ChatPace chatPace;
    private final Silence silence;
    private final Consumer<Ended> clerk;
    private final LongSupplier ticker;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    /** The chats something is on its way to, and what waits behind it. */
    private final Map<Long, Deque<Waiting>> chats = new HashMap<>();

    private final Deque<Waiting> ready = new ArrayDeque<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private Map<Long, Integer> behind = new HashMap<>();
    private long givenBack;
    private int waiting;
    private boolean isStopping;
    private final Object end = new Object();
    private boolean isOver;
    private long sweptAt;

    /**
     * @param ticker the machine's clock in nanoseconds
     */
    Round(
            BiFunction<Parcel, Runnable, CompletableFuture<Outcome>> carrier,
            Pace pace,
            ChatPace chatPace,
            Silence silence,
            Consumer<Ended> clerk,
            LongSupplier ticker) {
        this.carrier = carrier;
        this.pace = pace;
        this.chatPace = chatPace;
        this.silence = silence;
        this.clerk = clerk;
        this.ticker = ticker;
        this.sweptAt = ticker.getAsLong();
    }

    /** Replies straight from the transaction that has posted them. */
    void take(List<Parcel> replies) {
        hand(new Handed(replies, false));
    }

    /** What was claimed from the outbox; bulk has its place in the pace. */
    void carry(List<Parcel> claimed) {
        hand(new Handed(claimed, true));
    }

    /** What comes after the end is given back, and not taken for something that was on its way. */
    private void hand(Handed handed) {
        synchronized (end) {
            events.add(handed);
            if (isOver) {
                handleRest();
            }
        }
    }

    private void handleRest() {
        for (Event event = events.poll(); event != null; event = events.poll()) {
            handle(event);
        }
    }

    /**
     * How many replies wait in the outbox, by chat.
     *
     * @param upTo how many parcels of those given back were written down before that was counted
     */
    void behind(Map<Long, Integer> chats, long upTo) {
        events.add(new Behind(chats, upTo));
    }

    /** Starts nothing more, gives back what waits, and ends once nothing is under way. */
    void stop() {
        events.add(new Stop());
    }

    int underWay() {
        return underWay.get();
    }

    @Override
    public void run() {
        try {
            while (!isStopping || underWay.get() > 0) {
                Event event = events.poll(1, TimeUnit.SECONDS);
                if (event != null) {
                    handle(event);
                }
                sweepSometimes();
            }
            synchronized (end) {
                isOver = true;
                handleRest();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(Event event) {
        if (event instanceof Handed handed) {
            handed.parcels().forEach(parcel -> begin(parcel, handed.isFromOutbox()));
        } else if (event instanceof Arrived arrived) {
            arrived(arrived);
        } else if (event instanceof Behind counted) {
            // Otherwise it is out of date already.
            behind = counted.upTo() == givenBack ? new HashMap<>(counted.chats()) : behind;
        } else {
            isStopping = true;
            giveAllBack();
        }
    }

    private void begin(Parcel parcel, boolean isFromOutbox) {
        long chat = parcel.chatId();
        if (isFromOutbox && parcel.lane() == Lane.REPLY) {
            behind.computeIfPresent(chat, (id, count) -> count == 1 ? null : count - 1);
        }
        Duration reserve = silence.reserve(chat, ticker.getAsLong());
        boolean isBehind = chat != 0 && !isFromOutbox && behind.containsKey(chat);
        if (isStopping || isBehind || !reserve.isZero() || waiting > MOST_WAITING) {
            giveBack(parcel, reserve);
        } else if (chat != 0 && chats.containsKey(chat)) {
            chats.get(chat).add(new Waiting(parcel, ticker.getAsLong()));
            waiting++;
        } else {
            occupy(parcel);
        }
    }

    private void occupy(Parcel parcel) {
        if (parcel.chatId() != 0) {
            chats.put(parcel.chatId(), new ArrayDeque<>(2));
        }
        if (underWay.get() < BotApi.IN_FLIGHT) {
            start(parcel);
        } else {
            ready.add(new Waiting(parcel, ticker.getAsLong()));
            waiting++;
        }
    }

    private void start(Parcel parcel) {
        underWay.incrementAndGet();
        long startedAt = ticker.getAsLong();
        try {
            carrier.apply(parcel, this::another)
                    .whenComplete((outcome, failure) -> events.add(new Arrived(
                            parcel,
                            failure == null ? outcome : new Outcome.Unknown(String.valueOf(failure)),
                            startedAt,
                            ticker.getAsLong())));
        } catch (RuntimeException e) {
            log.error("Parcel {} cannot be made into a request", parcel.place(), e);
            events.add(new Arrived(parcel, new Outcome.Refused("no request: " + e), startedAt, startedAt));
        } catch (Error e) {
            // No memory for a large file, perhaps: nothing is wrong with the parcel, and its place must become free
            // again.
            log.error("Parcel {} could not be made into a request", parcel.place(), e);
            events.add(new Arrived(
                    parcel, new Outcome.Postponed(AFTER_ERROR, true, "no request: " + e), startedAt, startedAt));
        }
    }

    private void another() {
        long now = ticker.getAsLong();
        pace.started();
        pace.ended(now, now);
    }

    private void arrived(Arrived arrived) {
        Parcel parcel = arrived.parcel();
        long now = ticker.getAsLong();
        underWay.decrementAndGet();
        if (parcel.lane().isBulk()) {
            pace.ended(arrived.startedAt(), arrived.endedAt());
        }
        if (parcel.lane().isBulk() && isMessage(parcel.outgoing())) {
            chatPace.sent(parcel.chatId(), now);
        }
        heed(arrived, now);
        if (parcel.lane() == Lane.REPLY && mayComeAgain(arrived.outcome())) {
            lag(parcel.chatId());
        }
        clerk.accept(new Ended(parcel, arrived.outcome()));
        next(parcel.chatId());
    }

    private static boolean isMessage(Outgoing outgoing) {
        return outgoing instanceof Outgoing.Send || outgoing instanceof Outgoing.Document;
    }

    /** What an outcome says about others. */
    private void heed(Arrived arrived, long now) {
        if (Refusals.isNotConnected(arrived.outcome())) {
            silence.unconnected(now);
            return;
        }
        silence.connected();
        if (Refusals.isOfToken(arrived.outcome())) {
            silence.notAdmitted();
        }
        if (arrived.outcome() instanceof Outcome.Postponed postponed && Refusals.isTooMany(postponed)) {
            silence.asked(arrived.parcel().chatId(), postponed.pause(), now);
            if (arrived.parcel().lane().isBulk()) {
                pace.refused(now);
            }
        }
    }

    /** Whether a parcel may be in the outbox again after this. */
    static boolean mayComeAgain(Outcome outcome) {
        return outcome instanceof Outcome.Postponed
                || outcome instanceof Outcome.Unknown
                || outcome instanceof Outcome.Moved;
    }

    private void next(long chat) {
        Deque<Waiting> queue = chats.get(chat);
        if (chat != 0 && queue != null) {
            if (queue.isEmpty()) {
                chats.remove(chat);
            } else if (silence.reserve(chat, ticker.getAsLong()).isZero() && !behind.containsKey(chat)) {
                waiting--;
                startOrWait(queue.removeFirst());
            } else {
                giveBack(queue, chat);
                chats.remove(chat);
            }
        }
        startReady();
    }

    private void startOrWait(Waiting next) {
        if (underWay.get() < BotApi.IN_FLIGHT) {
            start(next.parcel());
        } else {
            ready.add(next);
            waiting++;
        }
    }

    private void startReady() {
        while (!ready.isEmpty() && underWay.get() < BotApi.IN_FLIGHT) {
            waiting--;
            start(ready.removeFirst().parcel());
        }
    }

    private void giveBack(Deque<Waiting> queue, long chat) {
        Duration reserve = silence.reserve(chat, ticker.getAsLong());
        while (!queue.isEmpty()) {
            waiting--;
            giveBack(queue.removeFirst().parcel(), reserve);
        }
    }

    private void giveBack(Parcel parcel, Duration reserve) {
        if (parcel.lane().isBulk()) {
            pace.withdrawn();
        } else {
            lag(parcel.chatId());
        }
        clerk.accept(new Ended(parcel, Outcome.Postponed.uncounted(reserve, "waits for its turn")));
    }

    /** One more reply to this chat is in the outbox, and later ones must not overtake it. */
    private void lag(long chat) {
        givenBack++;
        if (chat != 0) {
            behind.merge(chat, 1, Integer::sum);
        }
    }

    /** What waits for something that takes very long would outlive its lease. */
    private void sweepSometimes() {
        long now = ticker.getAsLong();
        if (now - sweptAt < SWEEP_EVERY.toNanos()) {
            return;
        }
        sweptAt = now;
        while (isLate(ready.peekFirst(), now)) {
            waiting--;
            Parcel late = ready.removeFirst().parcel();
            giveBack(late, Duration.ZERO);
            giveBack(Objects.requireNonNullElseGet(chats.remove(late.chatId()), ArrayDeque::new), late.chatId());
        }
        chats.forEach((chat, queue) -> {
            if (isLate(queue.peekFirst(), now)) {
                giveBack(queue, chat);
            }
        });
    }

    private static boolean isLate(@Nullable Waiting first, long now) {
        return first != null && now - first.since() > LONGEST_WAIT.toNanos();
    }

    private void giveAllBack() {
        chats.forEach((chat, queue) -> giveBack(queue, chat));
        while (!ready.isEmpty()) {
            waiting--;
            giveBack(ready.removeFirst().parcel(), Duration.ZERO);
        }
    }
}
