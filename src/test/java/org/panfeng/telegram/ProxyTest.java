package org.panfeng.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.panfeng.telegram.SendingSide.until;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.sandbox.Person;
import org.panfeng.sandbox.StandIn;

/** The way to Telegram through a proxy, which also looks up the name: here nobody knows it. */
class ProxyTest {
    private static final long LI = 11;
    private static final URI TELEGRAM = URI.create("http://api.telegram.test:8443");
    private static final Patience SHORT = new Patience(Duration.ofMillis(200), Duration.ofMillis(400));

    private final StandIn telegram = StandIn.start(0, SendingSide.TOKEN, Clock.systemUTC());

    ProxyTest() {
        telegram.messenger().add(new Person(LI, "明", "李", null, "zh"));
    }

    @AfterEach
    void stop() {
        telegram.close();
    }

    @Test
    void socksCarriesUpdatesAndMessages() throws IOException {
        carriesUpdatesAndMessages(new LoopbackProxy.Socks(telegram.port()));
    }

    @Test
    void httpCarriesUpdatesAndMessages() throws IOException {
        carriesUpdatesAndMessages(new LoopbackProxy.Http(telegram.port()));
    }

    private void carriesUpdatesAndMessages(LoopbackProxy started) throws IOException {
        try (LoopbackProxy proxy = started;
                SendingSide bot = through(proxy.url(), TELEGRAM, Patience.USUAL)) {
            telegram.messenger().says(LI, "/start");
            assertThat(bot.api.updates(0, Duration.ofSeconds(5)))
                    .singleElement()
                    .satisfies(update ->
                            assertThat(update.at("/message/text").asText()).isEqualTo("/start"));
            assertThat(bot.end(bot.post(Lane.REPLY, LI, hello())).state()).isEqualTo("delivered");
            assertThat(telegram.messenger().chat(LI)).hasSize(2);
            assertThat(proxy.asked()).isNotEmpty().containsOnly("api.telegram.test:8443");
        }
    }

    @Test
    void httpIsAskedForATunnelWhereTheServerSpeaksTls() throws IOException {
        try (LoopbackProxy proxy = new LoopbackProxy.Http(telegram.port());
                SendingSide bot = through(proxy.url(), URI.create("https://api.telegram.test"), Patience.USUAL)) {
            assertNothingIsInDoubt(bot);
            assertThat(proxy.asked()).contains("api.telegram.test:443");
        }
    }

    @Test
    void aProxyThatReachesNobodyLeavesNothingInDoubt() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        try (LoopbackProxy proxy = new LoopbackProxy.Socks(nobody);
                SendingSide bot = through(proxy.url(), TELEGRAM, Patience.USUAL)) {
            assertNothingIsInDoubt(bot);
        }
    }

    @Test
    void aProxyThatSaysNothingLeavesNothingInDoubt() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
                SendingSide bot = through(URI.create("socks5://127.0.0.1:" + silent.getLocalPort()), TELEGRAM, SHORT)) {
            assertNothingIsInDoubt(bot);
        }
    }

    private static void assertNothingIsInDoubt(SendingSide bot) {
        long number = bot.post(Lane.NOTICE, LI, hello());
        until(() -> bot.entry(number).reason().equals("not connected"));
        assertThat(bot.reported).isEmpty();
    }

    private static SendingSide through(URI proxy, URI server, Patience patience) {
        return new SendingSide(new Endpoint(server, SendingSide.TOKEN, Optional.of(proxy)), patience, 30);
    }

    private static Outgoing hello() {
        return Outgoing.send(Content.html("你好"), Keyboard.NONE);
    }
}
