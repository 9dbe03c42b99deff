package org.panfeng.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;

/** A Bot API server that speaks HTTP/1.0 and closes each connection, a moment after its answer. */
class OldServerTest {

    @Test
    void noRequestIsLostWithAConnectionThatTheServerClosed() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread serving = new Thread(() -> serve(server), "old server");
            serving.setDaemon(true);
            serving.start();
            URI url = URI.create("http://127.0.0.1:" + server.getLocalPort());
            try (BotApi api = new BotApi(new Endpoint(url, "1:old", Optional.empty()))) {
                assertThat(api.userName()).isEqualTo("old_bot");
                for (int i = 0; i < 40; i++) {
                    assertThat(api.updates(0, Duration.ZERO)).isEmpty();
                    SendMessage message =
                            SendMessage.builder().chatId(1L).text("x").build();
                    assertThat(api.call(message, Duration.ofSeconds(9))
                                    .get()
                                    .path("message_id")
                                    .asInt())
                            .isEqualTo(7);
                }
            }
        }
    }

    private static void serve(ServerSocket server) {
        while (true) {
            try (Socket socket = server.accept()) {
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                String request = in.readLine();
                int length = 0;
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                        length = Integer.parseInt(line.substring(15).strip());
                    }
                }
                for (int i = 0; i < length; i++) {
                    in.read();
                }
                String result = request.contains("getUpdates")
                        ? "[]"
                        : request.contains("getMe")
                                ? "{\"id\":1,\"is_bot\":true,\"first_name\":\"Old\",\"username\":\"old_bot\"}"
                                : "{\"message_id\":7,\"date\":1,\"chat\":{\"id\":1,\"type\":\"private\"},\"text\":\"x\"}";
                String body = "{\"ok\":true,\"result\":" + result + "}";
                socket.getOutputStream()
                        .write(("HTTP/1.0 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                                        + "\r\n\r\n" + body)
                                .getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
                Thread.sleep(2);
            } catch (IOException | InterruptedException e) {
                return;
            }
        }
    }
}
