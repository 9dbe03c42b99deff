package org.panfeng.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StandInTest {

    @Test
    void aPortInUseIsSaidInWords() {
        try (StandIn first = StandIn.start(0, Wire.TOKEN, Clock.systemUTC())) {
            assertThatThrownBy(() -> StandIn.start(first.port(), Wire.TOKEN, Clock.systemUTC()))
                    .isInstanceOf(PortInUse.class)
                    .hasMessageContaining("Port " + first.port() + " is in use")
                    .hasRootCauseInstanceOf(BindException.class);
        }
    }

    @Test
    void stoppingEndsThePollThatWaits() throws Exception {
        StandIn standIn = StandIn.start(0, Wire.TOKEN, Clock.systemUTC());
        Wire wire = new Wire(standIn);
        CompletableFuture<?> poll = wire.later("getUpdates", "{'timeout':50}").handle((answer, failure) -> true);
        while (standIn.calls("getUpdates") == 0) {
            Thread.onSpinWait();
        }
        Instant begun = Instant.now();
        standIn.close();
        poll.get(5, TimeUnit.SECONDS);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }
}
