package org.panfeng.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.sandbox.Message;
import org.panfeng.sandbox.Person;
import org.panfeng.sandbox.StandIn;

/** A table of what can happen to one parcel on its way, over HTTP: what becomes of it, and what stands in the chat. */
abstract class SendingTable {
    static final long LI = 11;
    static final long STRANGER = 12;
    static final Outgoing HELLO = html("你好");

    private static final Patience SHORT = new Patience(Duration.ofMillis(300), Duration.ofMillis(600));

    final StandIn telegram = StandIn.start(0, SendingSide.TOKEN, Clock.systemUTC());
    final SendingSide sending =
            new SendingSide(new Endpoint(URI.create(telegram.url()), SendingSide.TOKEN, Optional.empty()), SHORT, 30);

    SendingTable() {
        telegram.messenger().addAcquainted(new Person(LI, "明", "李", null, "zh"));
        telegram.messenger().add(new Person(STRANGER, "芳", "王", null, "zh"));
    }

    @AfterEach
    void stop() {
        sending.close();
        telegram.close();
    }

    /**
     * A line of the table.
     *
     * @param fate what becomes of the parcel, after how many attempts that count, and whether it was repeated in doubt
     * @param seen what stands in Li's chat in the end
     */
    record Line(
            String name,
            Lane lane,
            long chat,
            Outgoing outgoing,
            Consumer<StandIn> fault,
            String fate,
            List<String> seen) {
        Line to(long other) {
            return new Line(name, lane, other, outgoing, fault, fate, seen);
        }

        Line saying(Outgoing other) {
            return new Line(name, lane, chat, other, fault, fate, seen);
        }

        @Override
        public String toString() {
            return name + ", " + lane;
        }
    }

    /** A line about a short message to Li. */
    static Line line(String name, Lane lane, Consumer<StandIn> fault, String fate, String... seen) {
        return new Line(name, lane, LI, HELLO, fault, fate, List.of(seen));
    }

    static Outgoing html(String html) {
        return Outgoing.send(Content.html(html), Keyboard.NONE);
    }

    static Consumer<StandIn> refused(String method, int code, String description) {
        return telegram -> telegram.faults().on(method).refused(code, description);
    }

    void check(Line line) {
        line.fault().accept(telegram);
        long number = sending.post(line.lane(), line.chat(), line.outgoing());
        SendingSide.Entry end = sending.end(number);
        String fate = end.state() + " " + end.attempts() + (end.isRepeated() ? " repeated" : "");
        boolean isReasoned = List.of("unreachable", "refused").contains(end.state());
        assertThat(isReasoned ? fate + ": " + end.reason() : fate).isEqualTo(line.fate());
        assertThat(telegram.messenger().chat(LI)).extracting(Message::text).containsExactlyElementsOf(line.seen());
        assertThat(sending.reported)
                .singleElement()
                .satisfies(told -> assertThat(told.getClass().getSimpleName()).isEqualToIgnoringCase(end.state()));
    }
}
