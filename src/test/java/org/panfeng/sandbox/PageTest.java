package org.panfeng.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
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
    private static final AtomicInteger RESTARTS = new AtomicInteger();
    private static final List<String> SPOKEN = new CopyOnWriteArrayList<>();
    private static final String ONE_PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static final class FixedStage implements Stage {
        @Override
        public OfficeClock clock() {
            return OFFICE;
        }

        @Override
        public void speak(List<Person> people, String language) {
            SPOKEN.addAll(people.stream()
                    .map(person -> person.name() + " " + language)
                    .toList());
        }

        @Override
        public void restartBot() {
            RESTARTS.incrementAndGet();
        }
    }

    @BeforeAll
    static void start() {
        standIn = StandIn.start(0, Wire.TOKEN, Clock.systemUTC(), new FixedStage());
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
                "/sandbox/page/words.css",
                "/sandbox/page/page.js",
                "/sandbox/page/tour.js",
                "/sandbox/page/peak.svg"
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
        assertThat(get("/sandbox/page/package-info.class").statusCode()).isEqualTo(404);
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
    void whatHasBeenSeenIsKeptForEveryPage() {
        int id = wire.sendMessage(LI, "unread");
        assertThat(chat().path("unread").asInt()).isPositive();
        post("/sandbox/chats/7/read", "{'upTo':%d}".formatted(id));
        assertThat(chat().path("unread").asInt()).isZero();
        post("/sandbox/chats/7/read", "{'upTo':1}");
        assertThat(chat().path("readUpTo").asInt()).as("never back").isEqualTo(id);
    }

    @Test
    void aFileOfThePageReachesTheBotAsAPictureOrADocument() {
        wire.result("deleteWebhook", "{'drop_pending_updates':true}");
        byte[] png = Base64.getDecoder().decode(ONE_PIXEL);
        assertThat(upload("?name=chart.png&type=image/png&caption=look", png)).isEqualTo(200);
        assertThat(upload("?name=roster.csv&type=text/csv", "a,b".getBytes(UTF_8)))
                .isEqualTo(200);

        JsonNode updates = wire.result("getUpdates", "{}");
        assertThat(updates.get(0).path("message").path("caption").asText()).isEqualTo("look");
        assertThat(updates.get(0)
                        .path("message")
                        .path("photo")
                        .get(0)
                        .path("width")
                        .asInt())
                .isEqualTo(1);
        JsonNode document = updates.get(1).path("message").path("document");
        assertThat(document.path("file_name").asText()).isEqualTo("roster.csv");
        assertThat(document.path("mime_type").asText()).isEqualTo("text/csv");
    }

    @Test
    void aFileThatIsEmptyNamelessOrTooLargeIsTheUsersMistake() {
        assertThat(upload("?name=a.txt", new byte[0])).isEqualTo(400);
        assertThat(upload("?name=", new byte[1])).isEqualTo(400);
        assertThat(upload("?name=a.bin", new byte[(20 << 20) + 1])).isEqualTo(400);
        assertThat(upload("?name=a.bin&caption=" + "x".repeat(1025), new byte[1]))
                .isEqualTo(400);
    }

    @Test
    void somebodyNewCanJoinTheMessenger() {
        JsonNode joined = Wire.read(
                post("/sandbox/people", "{'name':' Ada ','language':'en'}").body());
        assertThat(joined.path("name").asText()).isEqualTo("Ada");
        assertThat(joined.path("part").path("en").asText()).isEqualTo("Newcomer");
        assertThat(SPOKEN).as("the bot speaks as the page does").contains("Ada en");
        post("/sandbox/language", "{'language':'zh'}");
        assertThat(SPOKEN)
                .as("only to those whom one can be")
                .contains("Ada zh")
                .noneMatch(said -> said.contains("script"));
        assertThat(post("/sandbox/language", "{'language':'fr'}").statusCode()).isEqualTo(400);
        JsonNode second = Wire.read(post("/sandbox/people", "{'name':'Ada'}").body());
        assertThat(second.path("id").asLong()).isNotEqualTo(joined.path("id").asLong());
        assertThat(post("/sandbox/people", "{'name':' '}").statusCode()).isEqualTo(400);
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
            assertThat(next(reading).path("world").asText())
                    .as("a page learns first which world it looks at")
                    .isEqualTo(Wire.read(get("/sandbox/world").body())
                            .path("world")
                            .asText());
            wire.sendMessage(LI, "streamed");
            JsonNode event = next(reading);
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
        OFFICE.holdsUp.lock();
        try {
            JsonNode moving = Wire.read(
                    post("/sandbox/clock", "{'target':'" + target + "'}").body());
            assertThat(moving.path("busy").asBoolean()).isTrue();
            assertThat(post("/sandbox/clock", "{'target':'" + target + "'}").statusCode())
                    .as("one move at a time")
                    .isEqualTo(409);
        } finally {
            OFFICE.holdsUp.unlock();
        }
        await(() -> !Wire.read(get("/sandbox/clock").body()).path("busy").asBoolean());
        assertThat(Wire.read(get("/sandbox/clock").body()).path("now").asText()).isEqualTo(PUSH.toString());
        assertThat(post("/sandbox/clock", "{'target':'tomorrow'}").statusCode()).isEqualTo(400);
        for (String impossible : List.of("2020-01-01T00:00:00Z", "9999-01-01T00:00:00Z")) {
            assertThat(post("/sandbox/clock", "{'target':'" + impossible + "'}").statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void theBotCanBeRestartedFromThePage() {
        int before = RESTARTS.get();
        assertThat(post("/sandbox/restart", "{}").statusCode()).isEqualTo(200);
        await(() -> RESTARTS.get() == before + 1
                && !Wire.read(get("/sandbox/clock").body()).path("busy").asBoolean());
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
    void aSiteThatShowsWhatIsHereAsItsOwnIsTurnedAway() {
        for (String path : List.of("/sandbox/people", "/sandbox/page/page.js", "/bot" + Wire.TOKEN + "/getMe")) {
            HttpRequest.Builder get = Wire.at(standIn.url() + path);
            assertThat(statusFor(get, "cross-site")).as(path).isEqualTo(403);
            assertThat(statusFor(get, "same-site")).as(path).isEqualTo(403);
            assertThat(statusFor(get, "none")).as(path).isEqualTo(200);
        }
        HttpRequest.Builder page = Wire.at(standIn.url() + "/");
        assertThat(statusFor(page, "cross-site")).as("a link to the page").isEqualTo(200);
    }

    private static int statusFor(HttpRequest.Builder request, String site) {
        return wire.send(request.copy().header("Sec-Fetch-Site", site).build()).statusCode();
    }

    @Test
    void noSiteSpeaksAsTheBot() {
        HttpRequest.Builder form = Wire.at(standIn.url() + "/bot" + Wire.TOKEN + "/sendMessage")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("chat_id=7&text=x"));
        assertThat(wire.send(form.copy()
                                .header("Origin", "https://evil.example")
                                .build())
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

    private static JsonNode chat() {
        return Wire.read(get("/sandbox/chats/7").body());
    }

    private static JsonNode next(Iterator<String> lines) {
        String line = lines.next();
        while (!line.startsWith("data:")) {
            line = lines.next();
        }
        return Wire.read(line.substring("data:".length()));
    }

    private static int upload(String query, byte[] content) {
        return wire.send(Wire.at(standIn.url() + "/sandbox/chats/7/send" + query)
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(content))
                        .build())
                .statusCode();
    }

    private static void await(BooleanSupplier isSo) {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            while (!isSo.getAsBoolean()) {
                Thread.onSpinWait();
            }
        });
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
        private final ReentrantLock holdsUp = new ReentrantLock();

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
            holdsUp.lock();
            now = target;
            holdsUp.unlock();
        }

        @Override
        public List<Jump> jumps() {
            return List.of(new Jump("下次推送", "Next push", PUSH));
        }
    }
}
