package org.panfeng.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A server that asks to wait at random, now one chat, now all, while a notice goes out and people write: by its clock nothing comes before
 * the wait is over, and in the end everybody has got everything, once. {@code -Dpanfeng.seed=…} repeats the random choices.
 */
class RetryAfterTest {
    private static final Variant BOT =
            Variant.ofClasses().with(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
    private static final double STORM = 0.03;
    /** Longer than any wait. */
    private static final double QUIET_SECONDS = 3.5;

    @Test
    void everyWaitIsObeyed() throws Exception {
        weather(200, 50);
    }

    @Test
    @Tag("loop")
    void everyWaitOfAStormIsObeyed() throws Exception {
        weather(Integer.getInteger("panfeng.people", 10_000), 200);
    }

    private static void weather(int people, int perSecond) throws IOException, InterruptedException, SQLException {
        long seed = Long.getLong("panfeng.seed", System.nanoTime());
        System.out.println("RetryAfterTest: -Dpanfeng.seed=" + seed);
        int commands = people / 10;
        // The admin's press is one more.
        int acts = commands + 1;
        try (Office office = Office.of(people, BOT);
                Server server = Server.start(Map.of("latency", 20, "storm", STORM, "seed", seed, "reply-seconds", 0))) {
            try (Bot bot = Bot.start(
                            BOT, office.folder(), server, Map.of("DELIVERY_PER_SECOND", String.valueOf(perSecond)))
                    .awaitReady()) {
                server.tell("people", Roster.FIRST_PERSON, people);
                Broadcast.send(server);
                server.tell("pace", perSecond / 10, commands);
                JsonNode state = server.await(
                        now -> now.path("answered").asInt() >= acts
                                && now.path("bulk").asInt() >= people + commands
                                && now.path("quiet").asDouble() > QUIET_SECONDS,
                        Duration.ofSeconds(60 + people / 10));
                check(server, people, acts, state);
            }
            assertThat(office.count("select count(*) from outbox where state < 2"))
                    .isZero();
            assertThat(office.count("select delivered from notice where state = 'finished'"))
                    .isEqualTo(people);
        }
    }

    private static void check(Server server, int people, int acts, JsonNode state) {
        JsonNode copies = server.ask("copies", Broadcast.WORD);
        assertThat(state.path("tooMany").asInt()).isPositive();
        assertThat(state.path("violations").asInt())
                .as("sent too early: %s", state)
                .isZero();
        assertThat(state.path("answered").asInt()).isEqualTo(acts);
        assertThat(copies.path("doubled").asInt()).isZero();
        assertThat(copies.path("chats").asInt())
                .as("with the admin, who saw a preview")
                .isEqualTo(people + 1);
        System.out.printf(
                "RetryAfterTest: %d refused with a wait, 0 sent too early, %d people and %d acts served%n",
                state.path("tooMany").asInt(), people, acts);
    }
}
