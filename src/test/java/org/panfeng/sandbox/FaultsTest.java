package org.panfeng.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FaultsTest extends SandboxTest {

    @Test
    void floodControlNamesTheSecondsAndEndsAfterItsCalls() {
        standIn.faults().on("sendMessage").times(2).tooManyRequests(3);
        for (int i = 0; i < 2; i++) {
            JsonNode answer = wire.post("sendMessage", hello());
            assertThat(answer.path("error_code").asInt()).isEqualTo(429);
            assertThat(answer.path("description").asText()).isEqualTo("Too Many Requests: retry after 3");
            assertThat(answer.path("parameters").path("retry_after").asInt()).isEqualTo(3);
        }
        wire.result("sendMessage", hello());
        assertThat(messenger.chat(li)).hasSize(1);
    }

    @Test
    void aFaultMeetsOnlyTheMethodAndTheChatItIsFor() {
        Person wang = stranger();
        messenger.says(wang.id(), "hi");
        standIn.faults().on("sendMessage").inChat(wang.id()).untilCleared().refused(400, "Bad Request: no luck");
        wire.result("sendMessage", hello());
        wire.result("sendChatAction", "{'chat_id':%d,'action':'typing'}".formatted(wang.id()));
        String toWang = "{'chat_id':%d,'text':'x'}".formatted(wang.id());
        assertThat(wire.refusal("sendMessage", toWang)).isEqualTo("400 Bad Request: no luck");
        assertThat(wire.refusal("sendMessage", toWang)).isEqualTo("400 Bad Request: no luck");
        standIn.faults().clear();
        wire.result("sendMessage", toWang);
    }

    @Test
    void aGatewayAnswersWithAPage() {
        standIn.faults().onAny().gatewayError(502);
        HttpResponse<String> response = wire.send(wire.request("getMe", "{}"));
        assertThat(response.statusCode()).isEqualTo(502);
        assertThat(response.body()).startsWith("<html>");
    }

    @Test
    void aConnectionDroppedBeforeHandlingChangesNothing() {
        standIn.faults().on("sendMessage").dropBeforeHandling();
        assertThatThrownBy(() -> wire.send(wire.request("sendMessage", hello())))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(messenger.chat(li)).isEmpty();
    }

    @Test
    void aConnectionDroppedAfterHandlingLeavesTheMessageThere() {
        standIn.faults().on("sendMessage").dropAfterHandling();
        assertThatThrownBy(() -> wire.send(wire.request("sendMessage", hello())))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(messenger.chat(li)).hasSize(1);
    }

    @Test
    void anUnreadableAnswerMayStandForSuccess() {
        standIn.faults().on("sendMessage").unreadableAnswer();
        HttpResponse<String> response = wire.send(wire.request("sendMessage", hello()));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"ok\":tr");
        assertThat(messenger.chat(li)).hasSize(1);
    }

    @Test
    void latencyHoldsBackAnswers() {
        standIn.faults().latency(Duration.ofMillis(80));
        long begun = System.nanoTime();
        wire.result("sendMessage", hello());
        assertThat(System.nanoTime() - begun).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(80));
    }

    private String hello() {
        return "{'chat_id':%d,'text':'hello'}".formatted(li);
    }
}
