package org.panfeng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How much of what is permitted a notice to everybody makes use of, and whether everybody gets it once. */
final class Broadcast implements Scenario {
    private static final String WORD = "bench-notice";
    private static final String SEND = "发送";
    private static final int BURST = 3;

    private final String limit;
    private final int perSecond;
    private final int people;
    private final long latencyMillis;

    Broadcast(String limit, int perSecond, int people, long latencyMillis) {
        this.limit = limit;
        this.perSecond = perSecond;
        this.people = people;
        this.latencyMillis = latencyMillis;
    }

    @Override
    public Figures measure(Variant variant) throws IOException, InterruptedException, SQLException {
        int size = Integer.getInteger("bench.size", people);
        Map<String, Object> options = Map.of(
                "latency", latencyMillis,
                "limit", limit,
                "per-second", perSecond,
                "burst", BURST,
                "faults", System.getProperty("bench.faults", "0"));
        try (Office office = Office.of(size, variant);
                Server server = Server.start(options);
                Bot bot = Bot.start(
                        variant, office.folder(), server, Map.of("DELIVERY_PER_SECOND", String.valueOf(perSecond)))) {
            send(server);
            JsonNode state = server.await(
                    now -> now.path("bulk").asInt() >= size, 0, Duration.ofSeconds(60L + 2L * size / perSecond));
            JsonNode copies = server.ask("copies", WORD);
            return new Figures()
                    .add(
                            "% of the rate",
                            100 * (size - 1) / state.path("bulkSeconds").asDouble() / perSecond)
                    .add("% from the press", 100 * size / state.path("bulkEnd").asDouble() / perSecond)
                    .add("429", state.path("tooMany").asInt())
                    .add("too early", state.path("violations").asInt())
                    .add("lost", size - copies.path("chats").asInt())
                    .add("doubled", copies.path("doubled").asInt());
        }
    }

    /** The admin writes the notice and presses the button below the preview. */
    static void send(Server server) throws InterruptedException {
        server.tell("say", Bot.ADMIN, "/broadcast " + WORD);
        while (!server.tell("press", Bot.ADMIN, SEND).equals("ok")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        server.tell("reset");
    }
}
