package org.panfeng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * How long people wait for the answer to a command while nothing else goes on, while a notice to everybody is being put on its way, and
 * while it goes out.
 *
 * @param people who get the notice
 * @param perSecond commands
 * @param seconds for how long each time
 */
record ReplyLatency(int people, int perSecond, int seconds) implements Scenario {
    private static final int WRITERS = 2_000;

    @Override
    public Figures measure(Variant variant) throws IOException, InterruptedException, SQLException {
        try (Office office = Office.of(people, variant);
                Server server = Server.start(Map.of("limit", "bucket"));
                Bot bot = Bot.start(variant, office.folder(), server, Map.of()).awaitReady()) {
            int writers = Math.min(WRITERS, people);
            server.tell("people", Roster.FIRST_PERSON, writers);
            server.tell("act", writers, "/today");
            server.await(
                    state -> state.path("answered").asInt() >= writers
                            && state.path("quiet").asDouble() >= 1,
                    Duration.ofMinutes(2));
            JsonNode without = write(server);
            Broadcast.send(server);
            JsonNode beginning = write(server);
            JsonNode during = write(server);
            bot.kill();
            return new Figures()
                    .add("p50 ms without", without.path("p50").asDouble())
                    .add("p99 without", without.path("p99").asDouble())
                    .add("p50 as it begins", beginning.path("p50").asDouble())
                    .add("p99 as it begins", beginning.path("p99").asDouble())
                    .add("p50 during", during.path("p50").asDouble())
                    .add("p99 during", during.path("p99").asDouble())
                    .add(
                            "p99 during / without",
                            during.path("p99").asDouble() / without.path("p99").asDouble())
                    .add("notices/s", during.path("bulk").asInt() / (double) seconds);
        }
    }

    private JsonNode write(Server server) throws InterruptedException {
        int commands = perSecond * seconds;
        server.tell("reset");
        server.tell("pace", perSecond, commands);
        return server.await(state -> state.path("answered").asInt() >= commands, Duration.ofSeconds(60L + seconds));
    }
}
