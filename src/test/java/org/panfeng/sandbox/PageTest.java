package org.panfeng.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final long LI = 7;
    private static final Instant PUSH = Instant.parse("2026-11-16T00:30:00Z");

    private static StandIn standIn;
    private static Wire wire;
    private static final FixedOffice OFFICE = new FixedOffice();

    @BeforeAll
    static void start() {
        standIn = StandIn.start(0, Wire.TOKEN, Clock.systemUTC(), OFFICE);
        standIn.messenger().addAcquainted(new Person(LI, "<script>alert(1)</script>", null, null, "zh"));
        wire = new Wire(standIn);
    }

    @AfterAll
    static void stop() {
        standIn.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sandbox/page/page.css",
                "/sandbox/page/page.js",
                "/sandbox/page/message.js",
                "/sandbox/page/texts.js"
            })
    void thePageIsThereAndLetsNoForeignScriptRun(String path) {
        HttpResponse<String> response = wire.send(Wire.at(standIn.url() + path).build());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(response.body()).doesNotContainPattern("(src|href)=\"https?:");
    }

    @Test
    void nothingElseIsServed() {
        assertThat(get("/sandbox/page/..%2Fpage.html").statusCode()).isIn(400, 404);
        assertThat(get("/sandbox/page/other.js").statusCode()).isEqualTo(404);
        assertThat(get("/sandbox/chats/99").statusCode()).isEqualTo(404);
        assertThat(get("/sandbox/files/none").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsSaidAndPressedOnThePageReachesTheBot() {
        wire.result("deleteWebhook", "{'drop_pending_updates':true}");
        post("/sandbox/chats/7/say", "{'text':'/today'}");
        int id = wire.sendMessage(LI, "Question 1");
        post("/sandbox/chats/7/tap", "{'messageId':%d,'data':'b'}".formatted(id));

        JsonNode updates = wire.result("getUpdates", "{}");
        assertThat(updates.get(0).path("message").path("text").asText()).isEqualTo("/today");
        assertThat(updates.get(1).path("callback_query").path("data").asText()).isEqualTo("b");
        JsonNode chat = Wire.read(get("/sandbox/chats/7").body());
        assertThat(chat.path("messages").findValuesAsText("text")).contains("/today", "Question 1");
        JsonNode people = Wire.read(get("/sandbox/people").body());
        assertThat(people.get(0).path("last").path("text").asText()).isEqualTo("Question 1");
    }

    @Test
    void anEmptyTextIsTheUsersMistake() {
        assertThat(post("/sandbox/chats/7/say", "{'text':' '}").statusCode()).isEqualTo(400);
    }

    @Test
    void whatHappensIsStreamed() throws Exception {
        HttpRequest request = Wire.at(standIn.url() + "/sandbox/events")
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> events = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
        try (Stream<String> lines = events.body()) {
            var reading = lines.iterator();
            assertThat(reading.next()).startsWith(":");
            wire.sendMessage(LI, "streamed");
            String data = reading.next();
            while (!data.startsWith("data:")) {
                data = reading.next();
            }
            JsonNode event = Wire.read(data.substring("data:".length()));
            assertThat(event.path("kind").asText()).isEqualTo("sent");
            assertThat(event.path("chat").asLong()).isEqualTo(LI);
            assertThat(event.path("message").path("html").asText()).isEqualTo("streamed");
        }
    }

    @Test
    void theClockIsShownAndMoved() {
        JsonNode clock = Wire.read(get("/sandbox/clock").body());
        assertThat(clock.path("zone").asText()).isEqualTo("Asia/Shanghai");
        assertThat(clock.path("jumps").get(0).path("en").asText()).isEqualTo("Next push");
        String target = clock.path("jumps").get(0).path("target").asText();
        assertThat(Wire.read(post("/sandbox/clock", "{'target':'" + target + "'}")
                                .body())
                        .path("now")
                        .asText())
                .isEqualTo(PUSH.toString());
        assertThat(post("/sandbox/clock", "{'target':'tomorrow'}").statusCode()).isEqualTo(400);
    }

    @Test
    void otherWebSitesAreTurnedAway() {
        HttpRequest.Builder say = Wire.at(standIn.url() + "/sandbox/chats/7/say")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\":\"x\"}"));
        assertThat(wire.send(say.copy().header("Origin", "https://evil.example").build())
                        .statusCode())
                .isEqualTo(403);
        assertThat(wire.send(say.copy().header("Origin", "http://localhost:1").build())
                        .statusCode())
                .isEqualTo(403);
        assertThat(wire.send(say.copy().header("Origin", standIn.url()).build()).statusCode())
                .isEqualTo(200);
        assertThat(wire.send(say.copy().setHeader("Content-Type", "text/plain").build())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aNameThatResolvesToLoopbackIsTurnedAway() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), standIn.port())) {
            socket.getOutputStream()
                    .write("GET /sandbox/people HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 403");
        }
    }

    private static HttpResponse<String> get(String path) {
        return wire.send(Wire.at(standIn.url() + path).build());
    }

    private static HttpResponse<String> post(String path, String json) {
        return wire.send(Wire.at(standIn.url() + path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.replace('\'', '"')))
                .build());
    }

    private static final class FixedOffice implements OfficeClock {

        private volatile Instant now = PUSH.minusSeconds(600);

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public void moveTo(Instant target) {
            now = target;
        }

        @Override
        public List<Jump> jumps() {
            return List.of(new Jump("下次推送", "Next push", PUSH));
        }
    }
}
