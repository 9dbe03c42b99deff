package org.panfeng.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The Bot API of the measurements, as a bot would meet it. */
class ServerTest {
    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> call(Server server, String method, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/bot1:x/" + method))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void anUpdateComesAgainUntilItIsConfirmed() throws Exception {
        try (Server server = Server.start(Map.of())) {
            server.tell("say", 7, "/start");
            assertThat(call(server, "getUpdates", "{\"offset\":0}").body()).contains("\"update_id\":1,", "/start");
            assertThat(call(server, "getUpdates", "{\"offset\":0}").body()).contains("\"update_id\":1,");
            assertThat(call(server, "getUpdates", "{\"offset\":2}").body()).isEqualTo("{\"ok\":true,\"result\":[]}");
            assertThat(server.ask("state").path("confirmed").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aPressIsAnsweredByToastAndMessage() throws Exception {
        try (Server server = Server.start(Map.of())) {
            call(
                    server,
                    "sendMessage",
                    "{\"chat_id\":7,\"text\":\"?\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"A\",\"callback_data\":\"quiz:is:1\"}]]}}");
            assertThat(server.tell("press", 7, "A")).isEqualTo("ok");
            call(server, "getUpdates", "{}");
            call(server, "sendMessage", "{\"chat_id\":7,\"text\":\"!\"}");
            assertThat(server.ask("state").path("answered").asInt()).isZero();
            call(server, "answerCallbackQuery", "{\"callback_query_id\":\"1\"}");
            assertThat(server.ask("state").path("answered").asInt()).isEqualTo(1);
            assertThat(server.ask("state").path("answers").asInt()).isEqualTo(1);
        }
    }

    @Test
    void repliesAreNotCountedAndTheRestIsLimited() throws Exception {
        try (Server server = Server.start(Map.of("limit", "window", "per-second", 1))) {
            server.tell("say", 7, "/start");
            for (int i = 0; i < 3; i++) {
                assertThat(call(server, "sendMessage", "{\"chat_id\":7,\"text\":\"!\"}")
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(call(server, "sendMessage", "{\"chat_id\":8,\"text\":\"!\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(call(server, "sendMessage", "{\"chat_id\":9,\"text\":\"!\"}")
                            .body())
                    .contains("\"error_code\":429", "\"retry_after\":1");
        }
    }

    @Test
    void aWebhookIsCalledAgainUntilItTakesTheUpdate() throws Exception {
        BlockingQueue<String> taken = new LinkedBlockingQueue<>();
        HttpServer bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int[] calls = {0};
        bot.createContext("/telegram", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            boolean isRefused = calls[0]++ == 0;
            exchange.sendResponseHeaders(isRefused ? 503 : 200, -1);
            exchange.close();
            if (!isRefused) {
                taken.add(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token") + body);
            }
        });
        bot.start();
        try (Server server = Server.start(Map.of("latency", 10))) {
            call(server, "setWebhook", "{\"url\":\"https://bot.example.org/telegram\",\"secret_token\":\"s3cret\"}");
            server.tell("webhook", bot.getAddress().getPort(), 2);
            server.tell("people", 1, 3);
            server.tell("act", 3, "/today");
            for (int i = 0; i < 3; i++) {
                assertThat(taken.poll(20, TimeUnit.SECONDS))
                        .startsWith("s3cret{\"update_id\":")
                        .contains("/today");
            }
            JsonNode state = server.await(now -> now.path("confirmed").asInt() == 3, Duration.ofSeconds(10));
            assertThat(state.path("confirmed").asInt()).isEqualTo(3);
        } finally {
            bot.stop(0);
        }
    }
}
