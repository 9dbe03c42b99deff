package org.panfeng.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Intake;
import org.panfeng.mailbox.Reception;
import org.panfeng.mailbox.SeenUpdates;
import org.panfeng.sandbox.Faults;
import org.panfeng.sandbox.Person;
import org.panfeng.sandbox.StandIn;
import org.panfeng.storage.Address;
import org.panfeng.storage.Database;
import org.panfeng.storage.Unusable;

/** What goes wrong between Telegram and a poller, over HTTP: nothing of it is lost, doubled, or the end. */
class PollerTest {
    private static final String TOKEN = "1:poller";
    private static final long LI = 11;
    private static final Pauses SHORT = new Pauses(
            Duration.ofMillis(20),
            Duration.ofMillis(80),
            Duration.ofMillis(50),
            Duration.ofMillis(50),
            Duration.ofMillis(50));

    private final StandIn telegram = StandIn.start(0, TOKEN, Clock.systemUTC());
    private final BotApi api = new BotApi(new Endpoint(URI.create(telegram.url()), TOKEN, Optional.empty()));
    private final SlidingClock clock = new SlidingClock();
    private final Jdbi jdbi = migrated();
    private final Admission admission = new Admission();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private Poller poller = poller(SHORT);

    PollerTest() {
        telegram.messenger().add(new Person(LI, "明", "李", null, "zh"));
    }

    @AfterEach
    void stop() {
        poller.close();
        api.close();
        telegram.close();
    }

    static Stream<Named<Consumer<Faults.Script>>> faults() {
        return Stream.of(
                Named.of("409", fault -> fault.refused(409, "Conflict: terminated by other getUpdates request")),
                Named.of("500", fault -> fault.refused(500, "Internal Server Error")),
                Named.of("429", fault -> fault.tooManyRequests(0)),
                Named.of("502 as a page", fault -> fault.gatewayError(502)),
                Named.of("404 as a page", fault -> fault.gatewayError(404)),
                Named.of("truncated", fault -> fault.answers("{\"ok\":true,\"result\":[{\"update_id\":")),
                Named.of("a page with 200", fault -> fault.answers("<html><body>Sign in</body></html>")),
                Named.of("empty", fault -> fault.answers("")),
                Named.of("null", fault -> fault.answers("null")),
                Named.of("no result", fault -> fault.answers("{\"ok\":true}")),
                Named.of("an object", fault -> fault.answers("{\"ok\":true,\"result\":{\"a\":1}}")),
                Named.of("ok as text", fault -> fault.answers("{\"ok\":\"yes\",\"result\":[]}")),
                Named.of("broken", Faults.Script::dropBeforeHandling));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void afterAnyFaultItGoesOnWhereItWas(Consumer<Faults.Script> fault) {
        poller.start();
        fromTheNextPollOn(() -> fault.accept(telegram.faults().on("getUpdates").untilCleared()));
        says("meanwhile");
        until(() -> !poller.health().trouble().isEmpty());
        assertThat(poller.health().troubledSince()).isPresent();
        assertThat(heard).containsExactly("opening", "before");
        long calls = telegram.calls("getUpdates");
        until(() -> telegram.calls("getUpdates") > calls + 1);
        telegram.faults().clear();
        awaits("meanwhile");
        until(() -> poller.health().trouble().isEmpty());
        assertThat(poller.health().troubledSince()).isEmpty();
        assertThat(admission.isOpen()).isTrue();
        assertThat(heard).containsExactly("opening", "before", "meanwhile");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aStopIsObeyedInTheMiddleOfAPause(Consumer<Faults.Script> fault) {
        poller = poller(Pauses.USUAL);
        fault.accept(telegram.faults().on("getUpdates").untilCleared());
        poller.start();
        until(() -> telegram.calls("getUpdates") > 0);
        assertStopsAtOnce();
    }

    @Test
    void aStopIsObeyedWhileAnAnswerHangs() {
        telegram.faults().on("getUpdates").hangs();
        poller.start();
        until(() -> telegram.calls("getUpdates") > 0);
        assertStopsAtOnce();
    }

    @ParameterizedTest
    @MethodSource("refusalsOfTheToken")
    void whileTheTokenIsRefusedNothingIsAskedButWhetherItIsValidAgain(Consumer<Faults.Script> refusal) {
        poller.start();
        fromTheNextPollOn(() -> refusal.accept(telegram.faults().onAny().untilCleared()));
        says("meanwhile");
        until(() -> !admission.isOpen());
        long polls = telegram.calls("getUpdates");
        long knocks = telegram.calls("getMe");
        until(() -> telegram.calls("getMe") >= knocks + 3);
        assertThat(telegram.calls("getUpdates")).isEqualTo(polls);
        assertThat(poller.health().trouble()).isNotEmpty();
        telegram.faults().clear();
        awaits("meanwhile");
        assertThat(admission.isOpen()).isTrue();
        assertThat(heard).containsExactly("opening", "before", "meanwhile");
    }

    static Stream<Named<Consumer<Faults.Script>>> refusalsOfTheToken() {
        return Stream.of(
                Named.of("401", fault -> fault.refused(401, "Unauthorized")),
                Named.of("404", fault -> fault.refused(404, "Not Found")));
    }

    @Test
    void whatTheSenderHearsOfTheTokenStopsReceivingToo() {
        poller.start();
        fromTheNextPollOn(() -> {
            telegram.faults().on("getMe").untilCleared().refused(401, "Unauthorized");
            admission.refused();
        });
        until(() -> telegram.calls("getMe") > 1);
        says("meanwhile");
        long knocks = telegram.calls("getMe");
        until(() -> telegram.calls("getMe") > knocks + 1);
        assertThat(heard).doesNotContain("meanwhile");
        telegram.faults().clear();
        awaits("meanwhile");
    }

    @Test
    void oddUpdatesNeitherStopItNorAreLost() {
        poller.start();
        telegram.faults()
                .on("getUpdates")
                .answers("{\"ok\":true,\"result\":[{\"message\":{}},7,null,{\"message\":[]}]}");
        until(() -> heard.size() == 4);
        assertThat(heard).allMatch(text -> text.equals("garbled"));
        says("after");
        awaits("after");
    }

    @Test
    void whatComesTwiceOrInDisorderIsTakenOnce() {
        poller.start();
        says("one");
        confirmed("one");
        long one = telegram.messenger().lastUpdateId();
        telegram.faults()
                .on("getUpdates")
                .answers("{\"ok\":true,\"result\":[%s,%s,%s,%s]}"
                        .formatted(
                                text(one + 90, "ninety"),
                                text(one + 70, "seventy"),
                                text(one + 90, "ninety"),
                                text(one + 80, "eighty")));
        telegram.messenger().redeliver(one);
        awaits("eighty");
        telegram.messenger().renumber(one + 91);
        telegram.messenger().redeliver(one);
        says("two");
        awaits("two");
        assertThat(heard).containsExactly("one", "ninety", "seventy", "eighty", "two");
    }

    @Test
    void aNumberOutOfTheBlueDoublesNothingThatIsDeliveredAgain() {
        poller.start();
        says("one");
        confirmed("one");
        long one = telegram.messenger().lastUpdateId();
        telegram.faults().on("getUpdates").answers("{\"ok\":true,\"result\":[" + text(7, "seven") + "]}");
        telegram.messenger().redeliver(one);
        awaits("seven");
        telegram.messenger().redeliver(one);
        says("two");
        awaits("two");
        assertThat(heard).containsExactly("one", "seven", "two");
    }

    @Test
    void lowerNumbersAfterAnIdleWeekHideNothing() {
        poller.start();
        says("before");
        confirmed("before");
        clock.leaps(Duration.ofDays(8));
        telegram.messenger().renumber(5_000);
        says("after");
        confirmed("after");
        says("and on");
        confirmed("and on");
        assertThat(heard).containsExactly("before", "after", "and on");
        assertThat(seen()).containsExactly(5_000L, 5_001L);
    }

    @Test
    void lowerNumbersAreFollowedAtOnceToo() {
        poller.start();
        says("before");
        confirmed("before");
        telegram.messenger().renumber(5_000);
        says("after");
        confirmed("after");
        says("and on");
        confirmed("and on");
        assertThat(heard).containsExactly("before", "after", "and on");
    }

    @Test
    void numbersThatWereSeenAWeekAgoAreNewOnes() {
        poller.start();
        long first = telegram.messenger().lastUpdateId() + 1;
        says("one");
        says("two");
        says("three");
        confirmed("three");
        clock.leaps(Duration.ofDays(8));
        telegram.messenger().renumber(first + 1);
        says("a new two");
        confirmed("a new two");
        assertThat(heard).containsExactly("one", "two", "three", "a new two");
        assertThat(seen()).containsExactly(first + 1);
    }

    private Poller poller(Pauses pauses) {
        return new Poller(api, intake(), new Reception(jdbi), admission, clock, clock, pauses);
    }

    private Intake intake() {
        SeenUpdates seen = new SeenUpdates(jdbi);
        return (batch, at) -> jdbi.useTransaction(handle -> {
            Set<Long> fresh =
                    seen.addAll(batch.stream().map(Intake.Arrival::updateId).toList(), at);
            for (Intake.Arrival arrival : batch) {
                if (fresh.remove(arrival.updateId())) {
                    heard.add(
                            arrival instanceof Intake.Readable readable
                                            && readable.incoming() instanceof Incoming.Text text
                                    ? text.text()
                                    : "garbled");
                }
            }
        });
    }

    private void assertStopsAtOnce() {
        long began = System.nanoTime();
        poller.close();
        assertThat(poller.isAlive()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    /** A poll that is under way meets no fault any more, so an update ends it. */
    private void fromTheNextPollOn(Runnable fault) {
        says("opening");
        confirmed("opening");
        fault.run();
        says("before");
        awaits("before");
    }

    private void says(String text) {
        telegram.messenger().says(LI, text);
    }

    private void awaits(String text) {
        until(() -> heard.contains(text));
    }

    /** Taken, and the next poll, which confirms it, is under way. */
    private void confirmed(String text) {
        until(() -> heard.contains(text) && telegram.messenger().pendingUpdates() == 0);
    }

    private List<Long> seen() {
        return jdbi.withHandle(handle -> handle.createQuery("select update_id from seen_update order by update_id")
                .mapTo(Long.class)
                .list());
    }

    private static String text(long id, String text) {
        return """
                {"update_id":%d,"message":{"message_id":1,"date":1,"text":"%s",
                "chat":{"id":11,"type":"private","first_name":"Li"},"from":{"id":11,"is_bot":false,"first_name":"Li"}}}""".formatted(id, text);
    }

    private void until(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("time is up; heard " + heard + ", " + poller.health())
                    .isLessThan(end);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static Jdbi migrated() {
        try {
            return Database.open(new Address("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "poller", ""))
                    .jdbi();
        } catch (Unusable e) {
            throw new IllegalStateException(e.words(), e);
        }
    }

    /** Real time, some days ahead. */
    private static final class SlidingClock extends Clock {
        private final Clock real = Clock.systemUTC();
        private volatile Duration ahead = Duration.ZERO;

        void leaps(Duration further) {
            ahead = ahead.plus(further);
        }

        @Override
        public Instant instant() {
            return real.instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
