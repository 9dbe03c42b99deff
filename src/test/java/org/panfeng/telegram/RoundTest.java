package org.panfeng.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.panfeng.telegram.SendingSide.until;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Deliveries.Ended;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Parcel;
import org.panfeng.mailbox.Topic;

/** What waits behind an attempt that takes very long goes back to the outbox before its lease is over. */
class RoundTest {
    private static final Duration ALMOST = Duration.ofSeconds(19);
    private static final Duration MORE = Duration.ofSeconds(2);
    private static final long BUSY = 7;
    private static final long LAGGING = 8;

    private final AtomicLong now = new AtomicLong();
    private final Set<Long> stuckChats = ConcurrentHashMap.newKeySet();
    private final Map<Parcel.Place, CompletableFuture<Outcome>> stuck = new ConcurrentHashMap<>();
    private final List<Ended> ended = new CopyOnWriteArrayList<>();
    private final Pace pace = new Pace(1, 0);
    private final Round round =
            new Round(this::carry, pace, new ChatPace(30, 20), new Silence(new Admission()), ended::add, now::get);
    private final Thread thread = new Thread(round, "round");
    private long parcels;

    RoundTest() {
        thread.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        round.stop();
        stuck.values().forEach(attempt -> attempt.complete(new Outcome.Delivered(1)));
        thread.join();
    }

    @Test
    void whatWaitsTooLongIsGivenBackWhileOthersKeepComing() {
        long slow = reply(BUSY, true);
        long waiting = reply(BUSY, true);
        passes(ALMOST);
        assertThat(outcomesOf(waiting)).isEmpty();
        passes(MORE);
        until(() -> {
            comesAndGoes();
            return !outcomesOf(waiting).isEmpty();
        });
        assertThat(outcomesOf(waiting)).singleElement().isInstanceOf(Outcome.Postponed.class);
        assertThat(outcomesOf(slow)).isEmpty();
    }

    @Test
    void whatComesLaterDoesNotOvertakeWhatWasGivenBack() {
        reply(BUSY, true);
        long waiting = reply(BUSY, true);
        passes(ALMOST);
        passes(MORE);
        until(() -> !outcomesOf(waiting).isEmpty());
        long later = reply(BUSY, true);
        until(() -> !outcomesOf(later).isEmpty());
        assertThat(List.of(waiting, later))
                .allSatisfy(id -> assertThat(outcomesOf(id)).singleElement().isInstanceOf(Outcome.Postponed.class));
    }

    @Test
    void whatWaitsForAPlaceIsGivenBackTogetherWithWhatWaitsBehindIt() {
        LongStream.range(0, BotApi.IN_FLIGHT).forEach(i -> reply(1_000 + i, true));
        long placeless = reply(BUSY, true);
        long behind = reply(BUSY, true);
        round.behind(Map.of(LAGGING, 1), 0);
        isGivenBackAtOnce();
        assertThat(round.underWay()).isEqualTo(BotApi.IN_FLIGHT);
        now.addAndGet(ALMOST.plus(MORE).toNanos());
        isGivenBackAtOnce();
        until(() -> !outcomesOf(behind).isEmpty());
        assertThat(List.of(placeless, behind))
                .allSatisfy(id -> assertThat(outcomesOf(id)).singleElement().isInstanceOf(Outcome.Postponed.class));
        assertThat(stuck).doesNotContainKey(new Parcel.OwnRow(placeless));
    }

    @Test
    void bulkThatIsGivenBackFreesItsPlaceInThePace() {
        reply(BUSY, true);
        pace.started();
        long notice = parcel(Lane.NOTICE, BUSY);
        passes(ALMOST);
        assertThat(pace.room(now.get())).isZero();
        passes(MORE);
        until(() -> !outcomesOf(notice).isEmpty());
        assertThat(pace.room(now.get())).isEqualTo(1);
    }

    private CompletableFuture<Outcome> carry(Parcel parcel, Runnable another) {
        return stuckChats.contains(parcel.chatId())
                ? stuck.computeIfAbsent(parcel.place(), place -> new CompletableFuture<>())
                : CompletableFuture.completedFuture(new Outcome.Delivered(1));
    }

    /** Time goes by, second by second, and in each of them a reply to somebody else comes and goes. */
    private void passes(Duration time) {
        comesAndGoes();
        for (long second = 0; second < time.toSeconds(); second++) {
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            comesAndGoes();
        }
    }

    private void isGivenBackAtOnce() {
        long reply = reply(LAGGING, false);
        until(() -> !outcomesOf(reply).isEmpty());
    }

    private void comesAndGoes() {
        long other = reply(100 + parcels, false);
        until(() -> !outcomesOf(other).isEmpty());
    }

    private long reply(long chat, boolean isStuck) {
        if (isStuck) {
            stuckChats.add(chat);
        }
        return parcel(Lane.REPLY, chat);
    }

    private long parcel(Lane lane, long chat) {
        long id = ++parcels;
        Outgoing outgoing = Outgoing.send(Content.html("x"), Keyboard.NONE);
        Parcel parcel = new Parcel(new Parcel.OwnRow(id), lane, chat, outgoing, Topic.NONE, 1, 0, true);
        if (lane == Lane.REPLY) {
            round.take(List.of(parcel));
        } else {
            round.carry(List.of(parcel));
        }
        return id;
    }

    private List<Outcome> outcomesOf(long parcel) {
        return ended.stream()
                .filter(one -> one.parcel().place().equals(new Parcel.OwnRow(parcel)))
                .map(Ended::outcome)
                .toList();
    }
}
