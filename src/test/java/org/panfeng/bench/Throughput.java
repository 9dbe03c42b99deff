package org.panfeng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * How many updates a second the bot answers: half of them are answers to a quiz, half commands. Warm-up is that everybody asks for the
 * day's task. Measured is from the first update handed out to the last message that comes of it, and what is counted must be on disk
 * after {@code kill -9}.
 */
final class Throughput implements Scenario {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int WEBHOOK_CONNECTIONS = 400;

    private final long latencyMillis;
    private final boolean byWebhook;

    Throughput(long latencyMillis, boolean byWebhook) {
        this.latencyMillis = latencyMillis;
        this.byWebhook = byWebhook;
    }

    @Override
    public Figures measure(Variant variant) throws IOException, InterruptedException, SQLException {
        int people = Integer.getInteger("bench.people", 10_000);
        int updates = Integer.getInteger("bench.updates", 60_000);
        try (Office office = Office.of(people, variant);
                Server server = Server.start(Map.of("latency", latencyMillis))) {
            Map<String, String> settings = byWebhook
                    ? Map.of(
                            "TELEGRAM_UPDATES", "webhook",
                            "TELEGRAM_WEBHOOK_URL", "https://bot.example.org/telegram",
                            "TELEGRAM_WEBHOOK_SECRET", "bench")
                    : Map.of();
            try (Bot bot = Bot.start(variant, office.folder(), server, settings)) {
                if (byWebhook) {
                    server.tell("webhook", bot.port(), WEBHOOK_CONNECTIONS);
                }
                server.tell("people", Office.FIRST_PERSON, people);
                play(server, people, "/today");
                double before = bot.processorTime();
                JsonNode state = play(server, updates, "");
                Figures figures = new Figures()
                        .add("updates/s", updates / state.path("seconds").asDouble())
                        .add("not answered", updates - state.path("answered").asInt())
                        .add("p50 ms", state.path("p50").asDouble())
                        .add("p99 ms", state.path("p99").asDouble())
                        .add("bot CPU s", bot.processorTime() - before);
                if (Profile.isOff()) {
                    bot.kill();
                }
                return figures;
            }
        }
    }

    private static JsonNode play(Server server, int updates, String command) throws InterruptedException {
        server.tell("reset");
        server.tell("act", updates, command);
        return server.await(state -> state.path("answered").asInt() >= updates, 1.5, PATIENCE);
    }
}
