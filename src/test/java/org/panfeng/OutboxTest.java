package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.batch.Batch;
import org.panfeng.mailbox.Attachment;
import org.panfeng.mailbox.Carriage;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Deliveries;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.LetterId;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Parcel;
import org.panfeng.mailbox.Topic;
import org.panfeng.storage.Database;

/** What the outbox promises, on both databases. */
@ParameterizedClass
@EnumSource
class OutboxTest {
    private static final Attachment FILE = new Attachment("bins.png", "0123456789abcdef".repeat(4));

    private final SetClock clock = new SetClock();
    private final Database database;
    private final Outbox outbox;
    private final Deliveries deliveries;

    OutboxTest(TestDatabase kind) {
        clock.set(Instant.parse("2026-11-16T00:30:00Z"));
        database = kind.open();
        outbox = new Outbox(database.jdbi(), clock);
        deliveries = new Deliveries(database.jdbi(), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void repliesGoFirstAndTheOrderOfAChatIsKept() {
        post(Lane.NOTICE, 1, "notice");
        post(Lane.TASK, 1, "task");
        post(Lane.REPLY, 1, "first");
        post(Lane.REPLY, 1, "second");
        post(Lane.REPLY, 2, "other chat");
        assertThat(claimed()).containsExactly("first", "other chat");
        assertThat(claimed()).isEmpty();
    }

    @Test
    void theNextOfAChatFollowsWhenTheFirstIsSettled() {
        post(Lane.REPLY, 1, "first");
        post(Lane.REPLY, 1, "second");
        Parcel first = deliveries.claim(10, 10).get(0);
        assertThat(deliveries.settle(first, new Outcome.Delivered(5))).isTrue();
        assertThat(claimed()).containsExactly("second");
    }

    @Test
    void aPostponedParcelHoldsBackItsLaneInItsChatAndNobodyElse() {
        post(Lane.REPLY, 1, "first");
        post(Lane.REPLY, 1, "second");
        post(Lane.REPLY, 2, "other");
        Parcel first = deliveries.claim(1, 0).get(0);
        deliveries.settle(first, new Outcome.Postponed(Duration.ofSeconds(7), false, "429"));
        assertThat(claimed()).containsExactly("other");
        clock.set(clock.instant().plusSeconds(6));
        assertThat(claimed()).isEmpty();
        clock.set(clock.instant().plusSeconds(1));
        assertThat(deliveries.claim(10, 10)).singleElement().satisfies(again -> {
            assertThat(text(again)).isEqualTo("first");
            assertThat(again.attempts()).isEqualTo(1);
        });
    }

    @Test
    void bulkIsClaimedOnlyAsFarAsTheBudgetGoes() {
        for (int chat = 1; chat <= 5; chat++) {
            post(Lane.NOTICE, chat, "notice " + chat);
        }
        post(Lane.REPLY, 9, "reply");
        assertThat(deliveries.claim(10, 0)).extracting(OutboxTest::text).containsExactly("reply");
        assertThat(deliveries.claim(10, 2)).extracting(OutboxTest::text).containsExactly("notice 1", "notice 2");
    }

    @Test
    void acknowledgementsOfTapsBelongToNoChatAndWaitForNobody() {
        database.jdbi().useTransaction(handle -> {
            outbox.post(Lane.REPLY, 0, new Outgoing.Toast("a", "", false), Topic.NONE);
            outbox.post(Lane.REPLY, 0, new Outgoing.Toast("b", "", false), Topic.NONE);
        });
        assertThat(deliveries.claim(10, 0)).hasSize(2);
    }

    @Test
    void aCopyWithTheSameKeyIsPostedOnce() {
        LetterId letter = database.jdbi().inTransaction(handle -> outbox.letter(message("reading")));
        Outbox.Copy copy = new Outbox.Copy(1, letter, Topic.about("task", 8), "push:2026-11-16:1");
        database.jdbi().useTransaction(handle -> outbox.post(Lane.TASK, List.of(copy)));
        database.jdbi().useTransaction(handle -> outbox.post(Lane.TASK, List.of(copy)));
        assertThat(claimed()).containsExactly("reading");
        assertThat(outbox.tally("task", 8).total()).isEqualTo(1);
    }

    @Test
    void whatWasOnItsWayAtAStopIsTakenUpAgainUnlessItIsANotice() {
        post(Lane.REPLY, 1, "reply");
        post(Lane.TASK, 2, "task");
        post(Lane.NOTICE, 3, "notice");
        deliveries.claim(10, 10);
        assertThat(deliveries.recover(false)).isEmpty();
        assertThat(deliveries.recover(true)).extracting(OutboxTest::text).containsExactly("notice");
        for (int attempt = 2; attempt < 10; attempt++) {
            assertThat(claimed()).containsExactly("reply", "task");
            assertThat(deliveries.recover(true)).isEmpty();
        }
        assertThat(claimed()).containsExactly("reply", "task");
        assertThat(deliveries.recover(true)).extracting(OutboxTest::text).containsExactly("reply", "task");
        assertThat(outbox.waiting()).isEmpty();
    }

    @Test
    void aRolledBackTransactionPostsNothingAndWakesNobody() {
        List<Parcel> handed = new ArrayList<>();
        AtomicInteger looks = new AtomicInteger();
        outbox.carriedBy(new Carriage() {
            @Override
            public void take(List<Parcel> replies) {
                handed.addAll(replies);
            }

            @Override
            public void look() {
                looks.incrementAndGet();
            }
        });
        Jdbi jdbi = database.jdbi();
        try {
            jdbi.useTransaction(handle -> {
                outbox.post(Lane.REPLY, 1, message("never"), Topic.NONE);
                throw new IllegalStateException("made up");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("made up");
        }
        assertThat(claimed()).isEmpty();
        assertThat(handed).isEmpty();
        post(Lane.REPLY, 1, "said");
        assertThat(handed).extracting(OutboxTest::text).containsExactly("said");
        assertThat(looks).hasValue(0);
        post(Lane.NOTICE, 1, "announced");
        assertThat(looks).hasValue(1);
    }

    @Test
    void whatIsPostedTogetherIsHandedOverInOrderAndClaimedAlready() {
        List<Parcel> handed = new ArrayList<>();
        outbox.carriedBy(new Carriage() {
            @Override
            public void take(List<Parcel> replies) {
                handed.addAll(replies);
            }

            @Override
            public void look() {}
        });
        database.jdbi()
                .useTransaction(handle -> Batch.run(() -> {
                    for (String text : List.of("one", "two", "three")) {
                        outbox.post(Lane.REPLY, 1, message(text), Topic.NONE);
                    }
                    assertThat(outbox.waiting()).as("before the end").isEmpty();
                }));
        assertThat(handed).extracting(OutboxTest::text).containsExactly("one", "two", "three");
        assertThat(handed).extracting(Parcel::place).doesNotHaveDuplicates();
        assertThat(deliveries.claim(10, 10)).isEmpty();
        handed.forEach(parcel -> deliveries.settle(parcel, new Outcome.Delivered(1)));
        assertThat(outbox.prune(clock.instant().plusSeconds(1)))
                .as("nobody asks for a delivered reply again")
                .isZero();
    }

    @Test
    void aChatThatMovedIsWrittenToWhereItIs() {
        post(Lane.REPLY, -5, "first");
        post(Lane.REPLY, -5, "second");
        assertThat(deliveries.settle(deliveries.claim(10, 10).get(0), new Outcome.Moved(-1005)))
                .isFalse();
        assertThat(deliveries.claim(10, 10)).singleElement().satisfies(again -> {
            assertThat(text(again)).isEqualTo("first");
            assertThat(again.chatId()).isEqualTo(-1005);
        });
    }

    @Test
    void aChatThatMustBeLeftAloneIsPassedOver() {
        post(Lane.NOTICE, 1, "one");
        post(Lane.NOTICE, 2, "two");
        Deliveries.Reserve reserve = chat -> chat == 1 ? Duration.ofSeconds(3) : Duration.ZERO;
        assertThat(deliveries.claim(Lane.NOTICE, 10, reserve))
                .extracting(OutboxTest::text)
                .containsExactly("two");
        assertThat(claimed()).isEmpty();
        clock.set(clock.instant().plusSeconds(3));
        assertThat(claimed()).containsExactly("one");
    }

    @Test
    void aChatThatMustBeLeftAloneTakesNobodysPlace() {
        post(Lane.NOTICE, 1, "one");
        post(Lane.NOTICE, 2, "two");
        post(Lane.NOTICE, 3, "three");
        Deliveries.Reserve reserve = chat -> chat < 3 ? Duration.ofSeconds(3) : Duration.ZERO;
        assertThat(deliveries.claim(Lane.NOTICE, 1, reserve))
                .extracting(OutboxTest::text)
                .containsExactly("three");
    }

    @Test
    void theSettledIsForgottenInTimeAndTheLettersWithIt() {
        LetterId letter = database.jdbi().inTransaction(handle -> outbox.letter(message("reading")));
        database.jdbi()
                .useTransaction(handle -> outbox.post(Lane.TASK, List.of(new Outbox.Copy(1, letter, Topic.NONE, "k"))));
        deliveries.settle(deliveries.claim(10, 10).get(0), new Outcome.Delivered(1));
        assertThat(outbox.prune(clock.instant())).isZero();
        clock.set(clock.instant().plusSeconds(1));
        assertThat(outbox.prune(clock.instant())).isEqualTo(1);
        long letters = database.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from letter")
                        .mapTo(Long.class)
                        .one());
        assertThat(letters).isZero();
    }

    @Test
    void aDocumentThatFailedLetsWhatFollowsPass() {
        post(Lane.TASK, 1, new Outgoing.Document(FILE, "list"), Topic.NONE);
        post(Lane.TASK, 1, "reading");
        Parcel document = deliveries.claim(10, 10).get(0);
        assertThat(document.outgoing()).isEqualTo(new Outgoing.Document(FILE, "list"));
        deliveries.settle(document, new Outcome.Postponed(Duration.ofSeconds(1), false, "429"));
        assertThat(claimed()).as("a wait that Telegram asks for").isEmpty();
        clock.set(clock.instant().plusSeconds(1));
        deliveries.settle(deliveries.claim(10, 10).get(0), new Outcome.Postponed(Duration.ofSeconds(1), true, "502"));
        Parcel reading = deliveries.claim(10, 10).get(0);
        assertThat(text(reading)).isEqualTo("reading");
        deliveries.settle(reading, new Outcome.Delivered(7));
        clock.set(clock.instant().plusSeconds(1));
        assertThat(deliveries.claim(10, 10)).singleElement().satisfies(later -> {
            assertThat(later.outgoing()).isEqualTo(document.outgoing());
            assertThat(later.lane()).isEqualTo(Lane.DIGEST);
        });
    }

    @Test
    void whatWasPostedALittleWhileAgoIsKnownUnlessItFailed() {
        Topic topic = new Topic("document", 5, 1);
        Duration while10 = Duration.ofMinutes(10);
        assertThat(outbox.hasPosted(topic, while10)).isFalse();
        post(Lane.REPLY, 1, new Outgoing.Document(FILE, "list"), topic);
        assertThat(outbox.hasPosted(topic, while10)).isTrue();
        assertThat(outbox.hasPosted(new Topic("document", 5, 0), while10)).isFalse();
        clock.set(clock.instant().plus(while10));
        assertThat(outbox.hasPosted(topic, while10)).isFalse();
        post(Lane.REPLY, 2, new Outgoing.Document(FILE, "list"), topic);
        deliveries.claim(10, 10).forEach(parcel -> deliveries.settle(parcel, new Outcome.Refused("400")));
        assertThat(outbox.hasPosted(topic, while10)).isFalse();
    }

    @Test
    void whatHasArrivedAboutSomethingIsFoundInEachChat() {
        Topic topic = Topic.about("leave", 5);
        post(Lane.REPLY, 1, message("one"), topic);
        post(Lane.REPLY, 2, message("two"), topic);
        post(Lane.REPLY, 3, message("refused"), topic);
        post(Lane.REPLY, 4, message("of another"), Topic.about("leave", 6));
        assertThat(outbox.arrived(topic)).isEmpty();
        deliveries
                .claim(10, 10)
                .forEach(parcel -> deliveries.settle(
                        parcel,
                        parcel.chatId() == 3
                                ? new Outcome.Refused("400")
                                : new Outcome.Delivered(70 + parcel.chatId())));
        assertThat(outbox.arrived(topic)).isEqualTo(Map.of(1L, 71L, 2L, 72L));
    }

    @Test
    void picturesAreKeptByReferenceAndAReadingFromBeforeThereWereAnyIsStillRead() {
        Content illustrated = new Content.Rich("![bins](bins.png)", List.of(FILE));
        post(Lane.REPLY, 1, Outgoing.send(illustrated, Keyboard.NONE), Topic.NONE);
        assertThat(deliveries.claim(10, 10).get(0).outgoing()).isEqualTo(Outgoing.send(illustrated, Keyboard.NONE));
        post(Lane.REPLY, 2, "old");
        database.jdbi()
                .useHandle(handle -> handle.createUpdate("update outbox set payload = :old where chat_id = 2")
                        .bind(
                                "old",
                                "{\"do\":\"send\",\"content\":{\"as\":\"rich\",\"markdown\":\"old\"},\"keyboard\":{\"rows\":[]},\"silent\":false}")
                        .execute());
        assertThat(deliveries.claim(10, 10).get(0).outgoing())
                .isEqualTo(Outgoing.send(Content.rich("old"), Keyboard.NONE));
    }

    private void post(Lane lane, long chat, String text) {
        post(lane, chat, message(text), Topic.NONE);
    }

    private void post(Lane lane, long chat, Outgoing outgoing, Topic topic) {
        database.jdbi().useTransaction(handle -> outbox.post(lane, chat, outgoing, topic));
    }

    private List<String> claimed() {
        return deliveries.claim(100, 100).stream().map(OutboxTest::text).toList();
    }

    private static Outgoing message(String text) {
        return Outgoing.send(Content.html(text), Keyboard.NONE);
    }

    private static String text(Parcel parcel) {
        return ((Content.Html) ((Outgoing.Send) parcel.outgoing()).content()).html();
    }
}
