package org.panfeng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How much of the permitted rate a notice to everybody makes use of, and whether everybody gets it once. The rate is taken from the
 * first of its messages to the last, and from the press of the button. Where faults are wished for, whom a notice does not reach has
 * blocked the bot, or the connection was cut off before the message was taken, which the bot cannot tell from after.
 *
 * @param limit as the server counts: {@code bucket} or {@code window}
 * @param faults the share of messages with which something goes wrong
 */
record Broadcast(int people, String limit, int perSecond, long latencyMillis, double faults) implements Scenario {
    /** Stands in the notice. */
    static final String WORD = "bench-notice";

    private static final String SEND = "发送";
    private static final int BURST = 3;
    private static final Duration PREVIEW_WITHIN = Duration.ofMinutes(1);

    @Override
    public Figures measure(Variant variant) throws IOException, InterruptedException, SQLException {
        Map<String, Object> options = Map.of(
                "latency", latencyMillis,
                "limit", limit,
                "per-second", perSecond,
                "burst", BURST,
                "faults", faults);
        Map<String, String> settings = Map.of("DELIVERY_PER_SECOND", String.valueOf(perSecond));
        try (Office office = Office.of(people, variant);
                Server server = Server.start(options);
                Bot bot = Bot.start(variant, office.folder(), server, settings).awaitReady()) {
            send(server);
            JsonNode state = server.await(
                    now -> now.path("bulk").asInt() >= people, Duration.ofSeconds(60L + 2L * people / perSecond));
            JsonNode copies = server.ask("copies", WORD);
            return new Figures()
                    .add("% of the rate", share(people - 1, state.path("bulkSeconds")))
                    .add("% from the press", share(people, state.path("bulkEnd")))
                    .add("429", state.path("tooMany").asInt())
                    .add("too early", state.path("violations").asInt())
                    .add("blocked", copies.path("blocked").asInt())
                    .add("cut off", state.path("faults").path("cut_before").asInt())
                    .add("not arrived", people - copies.path("chats").asInt())
                    .add("doubled", copies.path("doubled").asInt());
        }
    }

    private double share(int messages, JsonNode seconds) {
        return 100 * messages / seconds.asDouble() / perSecond;
    }

    /** The admin writes the notice and presses the button below the preview. */
    static void send(Server server) throws InterruptedException {
        server.tell("say", Bot.ADMIN, "/broadcast " + WORD);
        long until = System.nanoTime() + PREVIEW_WITHIN.toNanos();
        while (!server.tell("press", Bot.ADMIN, SEND).equals("ok")) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("No preview came within " + PREVIEW_WITHIN);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        server.tell("reset");
    }
}
