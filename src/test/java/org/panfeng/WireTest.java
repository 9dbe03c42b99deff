package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panfeng.mailbox.SetAside;
import org.panfeng.sandbox.Message;
import org.panfeng.sandbox.Person;
import org.panfeng.sandbox.StandIn;
import org.panfeng.telegram.Endpoint;
import org.panfeng.web.HealthServer;

/** The whole bot over HTTP: the real client library against the stand-in, with everything a network and a server do wrong. */
class WireTest {
    private static final String TOKEN = "1:wire";
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final long LI = 11;
    private static final long ADMIN = 999;

    private final StandIn telegram;
    private final Panfeng panfeng;

    WireTest() throws CannotRun {
        telegram = StandIn.start(0, TOKEN, Clock.systemUTC());
        telegram.messenger().add(new Person(LI, "明", "李", null, "zh"));
        telegram.messenger().add(new Person(ADMIN, "Ada", null, null, "en"));
        Configuration configuration = Configuration.load(
                        Optional.empty(),
                        Map.of(
                                "PANFENG_PEOPLE_ADMINS", "999",
                                "PANFENG_PEOPLE_ENROLMENT", "open",
                                "PANFENG_PROGRAMME_CALENDAR", "every-day"))
                .configuration()
                .orElseThrow();
        Endpoint endpoint = new Endpoint(URI.create(telegram.url()), TOKEN, Optional.empty());
        panfeng = new Panfeng(configuration, endpoint, TestDatabase.H2.open(), Clock.systemUTC(), Clock.systemUTC());
        panfeng.start();
    }

    @AfterEach
    void stop() {
        panfeng.close();
        telegram.close();
    }

    @Test
    void aQuizIsAnsweredOverHttp() {
        enrol();
        press("开始答题");
        says("26");
        awaits("第 2 题");
        press("A");
        awaits("第 3 题");
        press("对");
        awaits("第 4 题");
        press("A");
        telegram.messenger().awaitMessage(LI, message -> message.button("A ✓").isPresent(), SOON);
        press("B");
        telegram.messenger().awaitMessage(LI, message -> message.button("B ✓").isPresent(), SOON);
        press("提交");
        awaits("连续 1 天");
        // What the menu button offers can wait until nothing else is to be said.
        awaitMenu("streak");
        assertThat(panfeng.troubles()).isEmpty();
    }

    private void awaitMenu(String command) {
        long end = System.nanoTime() + SOON.toNanos();
        while (telegram.messenger().menu(LI).stream()
                .noneMatch(entry -> entry.command().equals(command))) {
            assertThat(System.nanoTime() - end).as("the menu is there").isNegative();
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Test
    void whereRichMessagesAreUnknownTheReadingComesAsText() {
        telegram.faults().refuse("sendRichMessage");
        enrol();
        Message reading = telegram.messenger()
                .awaitMessage(LI, message -> message.button("开始答题").isPresent(), SOON);
        assertThat(reading.kind()).isEqualTo(Message.Kind.TEXT);
        says("/rank");
        assertThat(awaits("连续学习排行榜").html()).contains("<pre>");
        press("本周");
        awaits("本周学习天数排行榜");
        assertThat(telegram.calls("sendRichMessage")).isEqualTo(1);
    }

    @Test
    void anUpdateThatCannotBeReadIsSetAsideAndTheRestGoesOn() {
        enrol();
        telegram.messenger()
                .inject("{\"update_id\":%d,\"message\":{\"message_id\":\"not a number\"}}".formatted(77_000_001));
        says("/help");
        awaits("您可以这样用攀峰");
        assertThat(new SetAside(panfeng.database.jdbi()).countSince(java.time.Instant.EPOCH))
                .isEqualTo(1);
    }

    @Test
    void gatewayErrorsAndBrokenConnectionsAreSurvivedOnBothWays() {
        enrol();
        telegram.faults().on("getUpdates").times(2).gatewayError(502);
        telegram.faults().on("sendMessage").times(2).gatewayError(502);
        says("/help");
        awaits("您可以这样用攀峰");
        telegram.faults().on("sendMessage").dropBeforeHandling();
        says("/streak");
        awaits("连续 0 天");
        assertThat(panfeng.receiver.isAlive()).isTrue();
    }

    @Test
    void aReplyWhoseAnswerWasLostIsRepeatedOnceAtMost() throws InterruptedException {
        enrol();
        telegram.faults().on("sendMessage").dropAfterHandling();
        long before = count("连续 0 天");
        says("/streak");
        telegram.messenger().awaitMessage(LI, message -> count("连续 0 天") == before + 2, SOON);
        for (int i = 0; i < 300 && !panfeng.outbox.waiting().isEmpty(); i++) {
            Thread.sleep(50);
        }
        assertThat(panfeng.outbox.waiting()).isEmpty();
        assertThat(count("连续 0 天")).isEqualTo(before + 2);
    }

    @Test
    void retryAfterIsObeyed() {
        enrol();
        telegram.faults().on("sendMessage").tooManyRequests(2);
        long began = System.nanoTime();
        says("/streak");
        awaits("连续 0 天");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(1_900));
    }

    @Test
    void whoBlocksTheBotIsMarkedAndComesBackByStart() {
        enrol();
        telegram.messenger().blocks(LI);
        telegram.messenger().says(ADMIN, "/start");
        telegram.messenger()
                .awaitMessage(ADMIN, message -> message.button("开始答题").isPresent(), SOON);
        telegram.messenger().says(ADMIN, "/broadcast 你好");
        telegram.messenger().awaitMessage(ADMIN, message -> message.text().contains("另有 1 人目前收不到消息"), SOON);
        telegram.messenger().unblocks(LI);
        says("/start");
        awaits("您已经加入了");
        assertThat(panfeng.staff.withTelegramId(LI).orElseThrow().isReachable()).isTrue();
    }

    @Test
    void theReportOfANoticeTellsWhatBecameOfEachCopy() {
        List<Long> others = List.of(12L, 13L, 14L, 15L, 16L);
        others.forEach(id -> telegram.messenger().add(new Person(id, "同事" + id, null, null, "zh")));
        Stream.concat(Stream.of(LI, ADMIN), others.stream()).forEach(id -> {
            telegram.messenger().says(id, "/start");
            telegram.messenger()
                    .awaitMessage(id, message -> message.button("开始答题").isPresent(), SOON);
        });
        telegram.messenger().says(ADMIN, "/broadcast 周五演练");
        telegram.messenger().awaitMessage(ADMIN, message -> message.button("发送").isPresent(), SOON);
        telegram.messenger().blocks(12);
        telegram.faults().on("sendMessage").inChat(13).refused(400, "Bad Request: no luck");
        telegram.faults().on("sendMessage").inChat(14).dropAfterHandling();
        telegram.faults().on("sendMessage").inChat(15).gatewayError(502);
        telegram.faults().on("sendMessage").inChat(16).tooManyRequests(1);
        telegram.messenger().tapsLabel(ADMIN, "发送");
        Message report = telegram.messenger()
                .awaitMessage(ADMIN, message -> message.text().contains("通知报告"), SOON);
        assertThat(report.text())
                .contains("共 7 人", "送达 4", "收不到 1", "失败 1", "不确定 1", "同事12", "同事13", "同事14")
                .doesNotContain("同事15", "同事16");
        assertThat(others.subList(2, 5))
                .allSatisfy(id -> assertThat(telegram.messenger().chat(id))
                        .filteredOn(message -> message.text().contains("周五演练"))
                        .hasSize(1));
    }

    @Test
    void healthSaysWhatIsWrong() throws IOException, InterruptedException {
        enrol();
        try (HealthServer server = HealthServer.start("127.0.0.1", 0, panfeng::troublesInWords)) {
            assertThat(health(server).statusCode()).isEqualTo(200);
            telegram.faults().on("getUpdates").untilCleared().refused(401, "Unauthorized");
            says("/help");
            for (int i = 0; i < 300 && health(server).statusCode() == 200; i++) {
                Thread.sleep(50);
            }
            assertThat(health(server).statusCode()).isEqualTo(503);
            assertThat(health(server).body()).contains("401 Unauthorized").doesNotContain(TOKEN);
        }
    }

    private static HttpResponse<String> health(HealthServer server) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/health"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private void enrol() {
        says("/start");
        awaits("欢迎加入，李明");
        telegram.messenger().awaitMessage(LI, message -> message.button("开始答题").isPresent(), SOON);
    }

    private void says(String text) {
        telegram.messenger().says(LI, text);
    }

    private void press(String label) {
        telegram.messenger().tapsLabel(LI, label);
    }

    private Message awaits(String text) {
        return telegram.messenger().awaitMessage(LI, message -> message.text().contains(text), SOON);
    }

    private long count(String text) {
        return telegram.messenger().chat(LI).stream()
                .filter(message -> message.text().contains(text))
                .count();
    }
}
