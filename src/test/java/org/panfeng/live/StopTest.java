package org.panfeng.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks the running bot to stop at random moments: it does so in ten seconds, and nothing is lost, in doubt or said twice. */
class StopTest {
    private static final Duration PROMISED = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private Duration longest = Duration.ZERO;

    @Test
    void aConversationGoesOnThroughThreeStops() throws IOException, SQLException {
        goesOnThrough(3);
    }

    @Test
    @Tag("loop")
    void aConversationGoesOnThroughManyStops() throws IOException, SQLException {
        goesOnThrough(Integer.getInteger("panfeng.stops", 100));
    }

    private void goesOnThrough(int stops) throws IOException, SQLException {
        try (BusyOffice office = new BusyOffice(folder)) {
            office.goThrough(stops, this::stop);
            System.out.printf(
                    "StopTest: %d stops, the longest took %d ms; %s%n", stops, longest.toMillis(), office.audit(0));
        }
    }

    private void stop(BotProcess bot) {
        long began = System.nanoTime();
        assertThat(bot.stop(PROMISED)).as(bot.said()).isIn(0, 143);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        longest = took.compareTo(longest) > 0 ? took : longest;
        assertThat(bot.said()).doesNotContain("did not stop in time");
    }
}
