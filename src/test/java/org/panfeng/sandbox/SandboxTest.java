package org.panfeng.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** One stand-in for all tests of a class; every test has people of its own. */
abstract class SandboxTest {

    static final Duration SOON = Duration.ofSeconds(5);
    static final Instant MONDAY = Instant.parse("2026-11-16T00:30:00Z");

    private static long lastId = 1_000;

    static StandIn standIn;
    static Wire wire;
    static SetClock clock;

    long li;
    Messenger messenger;

    @BeforeAll
    static void start() {
        clock = new SetClock();
        standIn = StandIn.start(0, Wire.TOKEN, clock);
        wire = new Wire(standIn);
    }

    @AfterAll
    static void stop() {
        standIn.close();
    }

    @BeforeEach
    void aNewcomerWhoHasWritten() {
        clock.now = MONDAY;
        messenger = standIn.messenger();
        li = ++lastId;
        messenger.addAcquainted(new Person(li, "丽", "Li", "li" + li, "zh-hans"));
        wire.result("deleteWebhook", "{'drop_pending_updates':true}");
    }

    @AfterEach
    void allGoesWellAgain() {
        standIn.faults().clear();
    }

    Person stranger() {
        Person stranger = new Person(++lastId, "Wang", null, null, "en");
        messenger.add(stranger);
        return stranger;
    }

    /** Li sends a document; its file id. */
    String document() {
        int id = messenger.sends(li, new Attachment.Document("notes.txt", "text/plain", new byte[] {1}, ""));
        return messenger.chat(li).stream()
                .filter(message -> message.id() == id)
                .map(message -> Objects.requireNonNull(message.file()).fileId())
                .findFirst()
                .orElseThrow();
    }

    static final class SetClock extends Clock {

        volatile Instant now = MONDAY;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
