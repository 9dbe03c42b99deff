package org.panfeng.sandbox.tour;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panfeng.sandbox.Messenger;
import org.panfeng.sandbox.OfficeClock;
import org.panfeng.sandbox.Person;
import org.panfeng.sandbox.StandIn;

class TourTest {
    private static final OfficeClock STOPPED = new OfficeClock() {
        @Override
        public Instant now() {
            return Instant.parse("2026-11-16T00:25:00Z");
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public void moveTo(Instant target) {}

        @Override
        public List<Jump> jumps() {
            return List.of();
        }
    };

    @Test
    void whatDoesNotComeIsNamedWithTheChatItIsMissingFrom() {
        try (StandIn withoutABot = StandIn.start(0, "1:token", Clock.systemUTC())) {
            Messenger messenger = withoutABot.messenger();
            Cast cast = new Cast(person(1, "Ann"), person(2, "Bob"), person(3, "Cid"), person(4, "Dan"), "Office");
            messenger.add(cast.admin());
            Tour tour = new Tour(
                    messenger,
                    STOPPED,
                    message -> List.of(),
                    cast,
                    Duration.ofMillis(50),
                    new PrintWriter(new StringWriter()));
            assertThatThrownBy(tour::play)
                    .isInstanceOf(Missing.class)
                    .hasMessageContainingAll("Ann was to see “👥”", "person  │ /people");
        }
    }

    private static Person person(long id, String name) {
        return new Person(id, name, null, null, "en");
    }
}
