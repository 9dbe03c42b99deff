package org.panfeng.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.panfeng.OpenDatabase;
import org.panfeng.TestDatabase;
import org.panfeng.mailbox.Deliveries;
import org.panfeng.mailbox.DeliveryReport;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Parcel;
import org.panfeng.mailbox.Topic;

/** An outbox and the courier that carries it to a server: the bot as far as sending goes. */
final class SendingSide implements AutoCloseable {
    static final String TOKEN = "1:sender";

    private static final String KIND = "letter";
    private static final Duration SOON = Duration.ofSeconds(10);

    /**
     * A parcel as it stands in the outbox.
     *
     * @param reason of the last attempt that did not deliver it
     */
    record Entry(long chatId, String state, int attempts, boolean isRepeated, String reason) {
        boolean isOver() {
            return !List.of("waiting", "sending").contains(state);
        }
    }

    private static final List<String> STATES =
            List.of("waiting", "sending", "delivered", "unreachable", "refused", "unknown");

    final Admission admission = new Admission();
    /** What those who have posted something are told. */
    final List<Outcome> reported = new CopyOnWriteArrayList<>();
    /** The chats that turned out to refuse us. */
    final List<Long> lost = new CopyOnWriteArrayList<>();

    final BotApi api;
    private final OpenDatabase database = OpenDatabase.of(TestDatabase.H2);
    private final Courier courier;
    private long posted;

    SendingSide(Endpoint endpoint, Patience patience, int perSecond) {
        api = new BotApi(endpoint, patience);
        courier = new Courier(
                api,
                database.jdbi(),
                database.outbox,
                new Deliveries(database.jdbi(), Clock.systemUTC()),
                file -> Optional.of(file.name().getBytes(StandardCharsets.UTF_8)),
                List.of(new Report()),
                (chatId, since) -> lost.add(chatId),
                admission,
                Clock.systemUTC(),
                new Courier.Limits(perSecond, 30, 20));
        courier.start(true);
    }

    static SendingSide to(String url) {
        return new SendingSide(new Endpoint(URI.create(url), TOKEN, Optional.empty()), Patience.USUAL, 30);
    }

    private final class Report implements DeliveryReport {
        @Override
        public String topicKind() {
            return KIND;
        }

        @Override
        public void settled(Parcel parcel, Outcome outcome, Instant at) {
            reported.add(outcome);
        }
    }

    /** Returns by which number it is found again. */
    long post(Lane lane, long chatId, Outgoing outgoing) {
        long number = ++posted;
        database.jdbi()
                .useTransaction(handle -> database.outbox.post(lane, chatId, outgoing, Topic.about(KIND, number)));
        return number;
    }

    Entry entry(long number) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select chat_id, state, attempts, repeated, outcome from outbox where topic_id = :number")
                        .bind("number", number)
                        .map((row, context) -> new Entry(
                                row.getLong("chat_id"),
                                STATES.get(row.getInt("state")),
                                row.getInt("attempts"),
                                row.getBoolean("repeated"),
                                row.getString("outcome")))
                        .one());
    }

    /** As if a courier had stopped with all of this on its way. */
    void stopOnTheWay(Collection<Long> numbers) {
        database.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "update outbox set attempts = 1, repeated = true where topic_id in (<numbers>)")
                        .bindList("numbers", List.copyOf(numbers))
                        .execute());
    }

    /** Waits until no more is tried. */
    Entry end(long number) {
        until(() -> entry(number).isOver());
        return entry(number);
    }

    static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as("time is up").isNegative();
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Override
    public void close() {
        courier.close();
        api.close();
        database.close();
    }
}
