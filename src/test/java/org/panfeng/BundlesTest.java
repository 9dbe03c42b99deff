package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.batch.Batch;
import org.panfeng.mailbox.Carriage;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Deliveries;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Parcel;
import org.panfeng.mailbox.Topic;
import org.panfeng.storage.Database;

/** Replies that leave with their commit: whatever becomes of them, none is forgotten and none counts twice. */
@ParameterizedClass
@EnumSource
class BundlesTest {
    private final SetClock clock = new SetClock();
    private final Database database;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final List<Parcel> handed = new ArrayList<>();

    BundlesTest(TestDatabase kind) {
        clock.set(Instant.parse("2026-11-16T00:30:00Z"));
        database = kind.open();
        outbox = new Outbox(database.jdbi(), clock);
        deliveries = new Deliveries(database.jdbi(), clock);
    }

    @BeforeEach
    void carry() {
        outbox.carriedBy(new Carriage() {
            @Override
            public void take(List<Parcel> replies) {
                handed.addAll(replies);
            }

            @Override
            public void look() {}
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theSignThatAPressWasHeardIsRepeatedAfterOneStopAndNotAfterTheNext() {
        database.jdbi().useTransaction(handle -> {
            outbox.post(Lane.REPLY, 0, new Outgoing.Toast("tap", "", false), Topic.NONE);
            outbox.post(Lane.REPLY, 5, Outgoing.send(Content.html("words"), Keyboard.NONE), Topic.NONE);
        });
        deliveries.recover(true);
        assertThat(deliveries.claimReplies(10)).hasSize(2);
        assertThat(deliveries.recover(true))
                .singleElement()
                .satisfies(over -> assertThat(over.outgoing()).isInstanceOf(Outgoing.Toast.class));
        assertThat(deliveries.claimReplies(10)).extracting(Parcel::chatId).containsExactly(5L);
    }

    @Test
    void afterAStopOnlyWhatHadNotEndedComesAgain() {
        post("one", "two", "three", "four");
        settle(handed.get(1), new Outcome.Delivered(7));
        settle(handed.get(3), new Outcome.Delivered(8));
        assertThat(outbox.waiting()).isEqualTo(Map.of(Lane.REPLY, 2L));
        Deliveries next = new Deliveries(database.jdbi(), clock);
        next.recover(true);
        assertThat(next.claimReplies(10)).extracting(BundlesTest::text).containsExactly("one");
        assertThat(count("select count(*) from outbox where repeated and attempts = 2"))
                .as("its second attempt")
                .isEqualTo(1);
        assertThat(outbox.waiting()).isEqualTo(Map.of(Lane.REPLY, 2L));
    }

    @Test
    void nothingIsTakenApartWhoseLeaseStillRuns() {
        post("one");
        deliveries.recover(false);
        assertThat(deliveries.claimReplies(10)).isEmpty();
        clock.set(clock.instant().plus(Duration.ofMinutes(3)));
        deliveries.recover(false);
        assertThat(deliveries.claimReplies(10)).extracting(BundlesTest::text).containsExactly("one");
    }

    @Test
    void whatDoesNotArriveAtOnceGoesOnInTheOutbox() {
        post("later", "refused", "unknown", "fine");
        settle(handed.get(0), Outcome.Postponed.uncounted(Duration.ofSeconds(5), "429"));
        settle(handed.get(1), new Outcome.Refused("400: no"));
        settle(handed.get(2), new Outcome.Unknown("reset"));
        settle(handed.get(3), new Outcome.Delivered(9));
        assertThat(count("select count(*) from bundle")).isZero();
        assertThat(count("select count(*) from outbox where state = 4 and outcome = '400: no'"))
                .isEqualTo(1);
        assertThat(deliveries.claimReplies(10))
                .as("they stand behind the first")
                .isEmpty();
        clock.set(clock.instant().plusSeconds(5));
        assertThat(deliveries.claim(10, 0)).singleElement().satisfies(later -> {
            assertThat(text(later)).isEqualTo("later");
            assertThat(later.attempts()).as("429 is no attempt").isEqualTo(1);
            settle(later, new Outcome.Delivered(1));
        });
        assertThat(deliveries.claimReplies(10)).extracting(BundlesTest::text).containsExactly("unknown");
    }

    @Test
    void whatSomebodyElseHasTakenApartIsNotWrittenDownTwice() {
        post("one", "two");
        clock.set(clock.instant().plus(Duration.ofMinutes(3)));
        new Deliveries(database.jdbi(), clock).recover(false);
        settle(handed.get(0), new Outcome.Postponed(Duration.ZERO, true, "500"));
        settle(handed.get(1), new Outcome.Delivered(1));
        assertThat(count("select count(*) from outbox")).isEqualTo(2);
        assertThat(count("select count(*) from bundle_progress")).isZero();
    }

    @Test
    void ofTwoNodesThatLookAtTheSameTimeOneTakesABundleApart() throws Exception {
        post("one", "two");
        CountDownLatch isTaken = new CountDownLatch(1);
        CountDownLatch hasLooked = new CountDownLatch(1);
        FutureTask<Boolean> other = new FutureTask<>(() -> jdbi().inTransaction(handle -> {
            new Deliveries(database.jdbi(), clock).recover(true);
            isTaken.countDown();
            return hasLooked.await(10, TimeUnit.SECONDS);
        }));
        new Thread(other, "other node").start();
        assertThat(isTaken.await(10, TimeUnit.SECONDS)).isTrue();
        deliveries.recover(true);
        hasLooked.countDown();
        assertThat(other.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(count("select count(*) from outbox")).isEqualTo(2);
    }

    @Test
    void anOutcomeThatCouldNotBeWrittenDownCountsOnceItCan() {
        post("one", "two");
        try {
            jdbi().useTransaction(handle -> {
                settle(handed.get(0), new Outcome.Delivered(1));
                throw new IllegalStateException("the disk is full");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("full");
        }
        settle(handed.get(1), new Outcome.Delivered(2));
        assertThat(outbox.waiting()).isEqualTo(Map.of(Lane.REPLY, 1L));
        settle(handed.get(0), new Outcome.Delivered(1));
        assertThat(count("select count(*) from bundle")).isZero();
    }

    /** Replies of any number and length end in any order, several at a time; the stop comes somewhere in between. */
    @Test
    void atAnyMomentJustTheRestIsLeft() {
        long seed = Long.getLong("panfeng.seed", System.nanoTime());
        Random random = new Random(seed);
        String[] texts = IntStream.range(0, 250 + random.nextInt(100))
                .mapToObj(i -> i + " " + "字".repeat(random.nextInt(20) == 0 ? 30_000 : random.nextInt(50)))
                .toArray(String[]::new);
        post(texts);
        assertThat(handed).extracting(BundlesTest::text).containsExactly(texts);
        List<Parcel> order = new ArrayList<>(handed);
        Collections.shuffle(order, random);
        int stop = random.nextInt(order.size());
        for (int i = 0; i < stop; ) {
            int to = Math.min(stop, i + 1 + random.nextInt(20));
            deliveries.settle(order.subList(i, to).stream()
                    .map(parcel -> new Deliveries.Ended(parcel, new Outcome.Delivered(1)))
                    .toList());
            i = to;
        }
        long left = order.size() - stop;
        assertThat(outbox.waiting().getOrDefault(Lane.REPLY, 0L))
                .as("-Dpanfeng.seed=" + seed)
                .isEqualTo(left);
        deliveries.recover(true);
        assertThat(count("select count(distinct payload) from outbox where state = 0"))
                .as("-Dpanfeng.seed=" + seed)
                .isEqualTo(left);
    }

    private Jdbi jdbi() {
        return database.jdbi();
    }

    private void post(String... texts) {
        jdbi().useTransaction(handle -> Batch.run(() -> {
            for (String text : texts) {
                outbox.post(Lane.REPLY, 1, Outgoing.send(Content.html(text), Keyboard.NONE), Topic.NONE);
            }
        }));
    }

    private void settle(Parcel parcel, Outcome outcome) {
        deliveries.settle(parcel, outcome);
    }

    private long count(String sql) {
        return jdbi().withHandle(
                        handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static String text(Parcel parcel) {
        return ((Content.Html) ((Outgoing.Send) parcel.outgoing()).content()).html();
    }
}
