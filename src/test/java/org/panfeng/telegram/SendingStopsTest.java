package org.panfeng.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.panfeng.mailbox.Lane.NOTICE;
import static org.panfeng.mailbox.Lane.REPLY;
import static org.panfeng.mailbox.Lane.TASK;
import static org.panfeng.telegram.SendingSide.until;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.sandbox.Message;
import org.panfeng.sandbox.Person;
import org.panfeng.sandbox.StandIn;

/** When nothing may be sent, or cannot be: how long nothing is, to whom, and that all of it arrives afterwards, in order. */
class SendingStopsTest {
    private static final long LI = 11;
    private static final long WANG = 12;
    private static final long ZHAO = 13;
    private static final long FIRST = 14;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration SLACK = Duration.ofMillis(800);

    private final StandIn telegram = StandIn.start(0, SendingSide.TOKEN, Clock.systemUTC());
    private final SendingSide sending = SendingSide.to(telegram.url());
    private final long began;

    /** What is loaded and connected with the first message takes no time afterwards. */
    SendingStopsTest() {
        Stream.of(LI, WANG, ZHAO, FIRST)
                .forEach(id -> telegram.messenger().addAcquainted(new Person(id, "P" + id, null, null, "zh")));
        sending.end(post(TASK, FIRST, "x"));
        began = System.nanoTime();
    }

    @AfterEach
    void stop() {
        sending.close();
        telegram.close();
    }

    @Test
    void aChatIsLeftAloneToTheSecondAndNoOther() {
        telegram.faults().on("sendMessage").inChat(LI).tooManyRequests(1);
        long first = post(REPLY, LI, "1");
        until(() -> telegram.calls("sendMessage") == 2);
        long second = post(REPLY, LI, "2");
        long task = post(TASK, LI, "task");
        sending.end(post(TASK, WANG, "1"));
        assertThat(sending.entry(first).state()).isEqualTo("waiting");
        assertThat(sending.end(first).attempts()).isEqualTo(1);
        assertThat(passed()).isBetween(SECOND, SECOND.plus(SLACK));
        Stream.of(second, task)
                .forEach(number -> assertThat(sending.end(number).attempts()).isEqualTo(1));
        assertThat(passed()).isBetween(SECOND, SECOND.plus(SLACK));
        assertThat(telegram.calls("sendMessage")).isEqualTo(6);
        assertThat(seenBy(LI)).containsSubsequence("1", "2").contains("task").hasSize(3);
    }

    /** They go one at a time, lest a further stop count as an attempt of them all; the next must not wait for a look now and then. */
    @Test
    void manyRepliesThatAStopHasMetOnTheirWayFollowEachOtherWithoutAPause() {
        telegram.faults().on("sendMessage").inChat(LI).tooManyRequests(1);
        post(REPLY, LI, "0");
        until(() -> telegram.calls("sendMessage") == 2);
        List<Long> met =
                IntStream.range(0, 40).mapToObj(i -> post(REPLY, LI, "x")).toList();
        until(() ->
                met.stream().allMatch(number -> sending.entry(number).state().equals("waiting")));
        sending.stopOnTheWay(met);
        until(() -> met.stream().allMatch(number -> sending.entry(number).isOver()));
        assertThat(telegram.calls("sendMessage")).isEqualTo(43);
    }

    @Test
    void onceSeveralChatsAreNamedEverybodyIsLeftAloneToTheSecond() {
        telegram.faults().on("sendMessage").times(2).tooManyRequests(1);
        List<Long> refused =
                Stream.of(LI, WANG).map(id -> post(NOTICE, id, "x")).toList();
        until(() -> refused.stream()
                .allMatch(number -> sending.entry(number).reason().startsWith("429")));
        List<Long> later =
                Stream.of(NOTICE, REPLY).map(lane -> post(lane, ZHAO, "x")).toList();
        later.forEach(sending::end);
        assertThat(passed()).isBetween(SECOND, SECOND.plus(SLACK));
        refused.forEach(number -> assertThat(sending.end(number).attempts()).isEqualTo(1));
        assertThat(telegram.calls("sendMessage")).isEqualTo(7);
    }

    @Test
    void onceTheTokenIsRefusedNothingIsSentUntilItWorksAgain() throws Exception {
        telegram.faults().onAny().untilCleared().refused(401, "Unauthorized");
        long first = post(TASK, LI, "1");
        until(() -> !sending.admission.isOpen());
        long second = post(TASK, WANG, "1");
        long reply = post(REPLY, ZHAO, "1");
        LockSupport.parkNanos(SLACK.toNanos());
        assertThat(telegram.calls("sendMessage")).isEqualTo(2);
        telegram.faults().clear();
        assertThat(sending.api.userName()).isNotEmpty();
        sending.admission.admitted();
        Stream.of(first, second, reply)
                .map(sending::end)
                .forEach(entry -> assertThat(entry)
                        .satisfies(it -> assertThat(it.state()).isEqualTo("delivered"))
                        .satisfies(it -> assertThat(it.attempts()).isEqualTo(1)));
    }

    @Test
    void whereNobodyListensNothingIsInDoubt() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (SendingSide away = SendingSide.to("http://127.0.0.1:" + port)) {
            assertNothingIsInDoubt(away);
            try (StandIn late = StandIn.start(port, SendingSide.TOKEN, Clock.systemUTC())) {
                late.messenger().addAcquainted(new Person(LI, "明", "李", null, "zh"));
                assertThat(away.end(1).state()).isEqualTo("delivered");
                assertThat(late.messenger().chat(LI)).hasSize(1);
            }
        }
    }

    /** With TLS a request is not written before the server has shown who it is. */
    @Test
    void aConnectionThatBreaksBeforeTheRequestIsWrittenLeavesNothingInDoubt() throws IOException {
        try (ServerSocket breaking = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
                SendingSide away = SendingSide.to("https://127.0.0.1:" + breaking.getLocalPort())) {
            Thread server = new Thread(() -> breakAll(breaking), "breaking");
            server.setDaemon(true);
            server.start();
            assertNothingIsInDoubt(away);
        }
    }

    private static void assertNothingIsInDoubt(SendingSide away) {
        long number = away.post(NOTICE, LI, Outgoing.send(Content.html("x"), Keyboard.NONE));
        until(() -> away.entry(number).reason().equals("not connected"));
        assertThat(away.entry(number).state()).isEqualTo("waiting");
        assertThat(away.reported).isEmpty();
    }

    private static void breakAll(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getInputStream().read();
                socket.setSoLinger(true, 0);
            } catch (IOException e) {
                return;
            }
        }
    }

    private long post(Lane lane, long chat, String text) {
        return sending.post(lane, chat, Outgoing.send(Content.html(text), Keyboard.NONE));
    }

    private Duration passed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private List<String> seenBy(long person) {
        return telegram.messenger().chat(person).stream().map(Message::text).toList();
    }
}
