package org.panfeng.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * How many updates a second the bot answers: half of them press an answer of a quiz, half are commands. To warm up, everybody asks for
 * the day's task, and a quarter as many updates as are measured are answered. Measured is from the first update that is handed out to the last message that comes of it. Then the bot is killed,
 * and every answer that it confirmed must be in the database.
 *
 * @param people who take turns
 * @param latencyMillis of the network
 * @param byWebhook whether updates come over many connections; else the bot asks for them over one
 */
record Throughput(int people, int updates, long latencyMillis, boolean byWebhook) implements Scenario {
    private static final int CONNECTIONS = 400;
    private static final int WARM_UP = 4;
    /** So long nothing has come any more: everything has. */
    private static final double QUIET_SECONDS = 1.5;

    private static final Map<String, String> WEBHOOK = Map.of(
            "TELEGRAM_UPDATES", "webhook",
            "TELEGRAM_WEBHOOK_URL", "https://bot.example.org/telegram",
            "TELEGRAM_WEBHOOK_SECRET", "bench");

    Throughput {
        if (updates + updates / WARM_UP > people * 2 * (Quiz.QUESTIONS + 1)) {
            throw new IllegalArgumentException(people + " people have no " + updates + " things to do");
        }
    }

    @Override
    public Figures measure(Variant variant) throws IOException, InterruptedException, SQLException {
        try (Office office = Office.of(people, variant);
                Server server = Server.start(Map.of("latency", latencyMillis))) {
            Figures figures = new Figures();
            long answers;
            try (Bot bot = Bot.start(variant, office.folder(), server, byWebhook ? WEBHOOK : Map.of())
                    .awaitReady()) {
                if (byWebhook) {
                    server.tell("webhook", bot.port(), CONNECTIONS);
                }
                server.tell("people", Roster.FIRST_PERSON, people);
                play(server, people, "/today");
                answers = play(server, updates / WARM_UP, "").path("answers").asLong();
                double bots = bot.processorTime();
                double servers = server.processorTime();
                JsonNode state = play(server, updates, "");
                answers += state.path("answers").asLong();
                figures.add("updates/s", updates / state.path("answerSeconds").asDouble())
                        .add("not answered", updates - state.path("answered").asInt())
                        .add("p50 ms", state.path("p50").asDouble())
                        .add("p99 ms", state.path("p99").asDouble())
                        .add("bot's CPU, µs each", (bot.processorTime() - bots) / updates * 1e6)
                        .add("server's CPU", (server.processorTime() - servers) / updates * 1e6)
                        .add("RSS, MB", bot.residentMegabytes())
                        .add("database, MB", office.megabytes());
                if (Profile.file().isEmpty()) {
                    bot.kill();
                }
            }
            return figures.add("answers lost", answers - office.count("select count(*) from answer"));
        }
    }

    private static JsonNode play(Server server, int updates, String command) throws InterruptedException {
        server.tell("reset");
        server.tell("act", updates, command);
        return server.await(
                state -> state.path("answered").asInt() >= updates
                        && state.path("quiet").asDouble() >= QUIET_SECONDS,
                Duration.ofSeconds(60 + updates / 50));
    }
}
