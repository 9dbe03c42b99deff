package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panfeng.sandbox.Message;
import org.panfeng.sandbox.Person;
import org.panfeng.sandbox.StandIn;
import org.panfeng.telegram.Endpoint;
import org.panfeng.web.HealthServer;

/** The whole bot, with updates handed in over HTTP. */
class WebhookTest {
    private static final String TOKEN = "1:webhook";
    private static final String SECRET = "s3cret-word";
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final long LI = 11;

    private final StandIn telegram = StandIn.start(0, TOKEN, Clock.systemUTC());
    private final int port = freePort();
    private final Panfeng panfeng = panfeng();
    private HealthServer server = serve();
    private final HttpClient http = HttpClient.newHttpClient();

    WebhookTest() throws CannotRun {
        telegram.messenger().addAcquainted(new Person(LI, "明", "李", null, "zh"));
        panfeng.start();
        until(() -> panfeng.troublesInWords().isEmpty());
    }

    @AfterEach
    void stop() {
        panfeng.close();
        server.close();
        telegram.close();
    }

    @Test
    void aConversationGoesOverTheWebhook() {
        telegram.messenger().says(LI, "/start");
        awaits("欢迎加入，李明");
        telegram.messenger().says(LI, "/streak");
        awaits("连续 0 天");
        assertThat(telegram.calls("getUpdates")).isZero();
        until(() -> telegram.messenger().pendingUpdates() == 0);
    }

    @Test
    void whileNothingListensTelegramKeepsTheUpdatesAndHandsThemInLater() throws CannotRun {
        server.close();
        telegram.messenger().says(LI, "/start");
        telegram.messenger().says(LI, "/streak");
        assertThat(telegram.messenger().pendingUpdates()).isEqualTo(2);
        server = serve();
        awaits("连续 0 天");
    }

    @Test
    void withoutTheSecretNothingIsTaken() throws IOException, InterruptedException {
        assertThat(post(text(1, "/start"), "").statusCode()).isEqualTo(401);
        assertThat(post(text(2, "/start"), "s3cret-wore").statusCode()).isEqualTo(401);
        assertThat(post(text(3, "x".repeat(1_100_000)), SECRET).statusCode()).isEqualTo(413);
        assertThat(seen()).isZero();
    }

    @Test
    void anUpdateIsAnsweredForOnceItIsDurableAndAgainWithoutEffect() throws IOException, InterruptedException {
        assertThat(post(text(7, "/start"), SECRET).statusCode()).isEqualTo(200);
        assertThat(seen()).isEqualTo(1);
        awaits("欢迎加入");
        int before = telegram.messenger().chat(LI).size();
        assertThat(post(text(7, "/start"), SECRET).statusCode()).isEqualTo(200);
        assertThat(post("no json", SECRET).statusCode()).isEqualTo(200);
        assertThat(panfeng.setAside.count()).isEqualTo(1);
        assertThat(telegram.messenger().chat(LI).stream().skip(before).map(Message::text))
                .noneMatch(said -> said.contains("您已经加入了"));
    }

    @Test
    void whatCannotBeMadeDurableIsNotAnsweredFor() throws IOException, InterruptedException {
        panfeng.database.close();
        assertThat(post(text(7, "/start"), SECRET).statusCode()).isEqualTo(503);
    }

    @Test
    void whereOnlyTheSenderHearsThatTheTokenIsRefusedTelegramIsAskedSoon() {
        telegram.faults().on("sendMessage").refused(401, "Unauthorized");
        telegram.faults().on("getMe").refused(401, "Unauthorized");
        telegram.messenger().says(LI, "/start");
        until(() -> panfeng.troublesInWords().stream().anyMatch(words -> words.contains("401 Unauthorized")));
        assertThat(panfeng.admission.isOpen()).isFalse();
        awaits("欢迎加入，李明");
        until(() -> panfeng.troublesInWords().isEmpty());
    }

    @Test
    void manyConnectionsAtOnceLoseNothing() {
        List<CompletableFuture<Void>> connections =
                IntStream.range(0, 40).mapToObj(i -> handIn(1_000 + i * 25, 25)).toList();
        connections.forEach(CompletableFuture::join);
        assertThat(seen()).isEqualTo(1_000);
    }

    /** So many one after the other, each once the one before it is answered. */
    private CompletableFuture<Void> handIn(int firstId, int times) {
        return http.sendAsync(request(text(firstId, "/help"), SECRET), discarding())
                .thenCompose(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(200);
                    return times == 1 ? CompletableFuture.<Void>completedFuture(null) : handIn(firstId + 1, times - 1);
                });
    }

    private Panfeng panfeng() {
        Configuration configuration = Configuration.load(
                        Optional.empty(),
                        Map.of(
                                "PANFENG_TELEGRAM_UPDATES", "webhook",
                                "PANFENG_TELEGRAM_WEBHOOK_URL", "http://127.0.0.1:" + port + "/bot/take",
                                "PANFENG_TELEGRAM_WEBHOOK_SECRET", SECRET,
                                "PANFENG_PEOPLE_ENROLMENT", "open",
                                "PANFENG_PROGRAMME_CALENDAR", "every-day"))
                .configuration()
                .orElseThrow();
        Endpoint endpoint = new Endpoint(URI.create(telegram.url()), TOKEN, Optional.empty());
        return new Panfeng(configuration, endpoint, TestDatabase.H2.open(), Clock.systemUTC(), Clock.systemUTC());
    }

    private HealthServer serve() {
        return HealthServer.start("127.0.0.1", port, new PanfengHealth(panfeng), panfeng.webhook());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<Void> post(String body, String secret) throws IOException, InterruptedException {
        return http.send(request(body, secret), discarding());
    }

    private static HttpResponse.BodyHandler<Void> discarding() {
        return HttpResponse.BodyHandlers.discarding();
    }

    private HttpRequest request(String body, String secret) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/bot/take"))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!secret.isEmpty()) {
            request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        return request.version(HttpClient.Version.HTTP_1_1).build();
    }

    private long seen() {
        return panfeng.database
                .jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from seen_update")
                        .mapTo(Long.class)
                        .one());
    }

    private static String text(long id, String text) {
        return SetAsideTest.text(id, LI, text);
    }

    private void awaits(String text) {
        telegram.messenger().awaitMessage(LI, message -> message.text().contains(text), SOON);
    }

    private static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(end);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
