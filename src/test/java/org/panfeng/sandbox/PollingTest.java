package org.panfeng.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PollingTest extends SandboxTest {

    @Test
    void anUpdateComesAgainUntilAHigherOffsetConfirmsIt() {
        messenger.says(li, "one");
        messenger.says(li, "two");
        JsonNode first = poll("{}");
        assertThat(texts(first)).containsExactly("one", "two");
        assertThat(texts(poll("{}"))).containsExactly("one", "two");

        long offset = first.get(0).path("update_id").asLong() + 1;
        assertThat(texts(poll("{'offset':%d}".formatted(offset)))).containsExactly("two");
        assertThat(messenger.pendingUpdates()).isEqualTo(1);
        assertThat(poll("{'offset':%d}".formatted(offset + 1))).isEmpty();
        assertThat(messenger.pendingUpdates()).isZero();
    }

    @Test
    void aBatchHasNoMoreThanTheLimit() {
        for (int i = 0; i < 120; i++) {
            messenger.says(li, "message " + i);
        }
        assertThat(poll("{'limit':3}")).hasSize(3);
        assertThat(poll("{}")).hasSize(100);
        assertThat(poll("{'limit':1000}")).hasSize(100);
    }

    @Test
    void aNegativeOffsetForgetsAllButTheLast() {
        List.of("a", "b", "c").forEach(text -> messenger.says(li, text));
        assertThat(texts(poll("{'offset':-2}"))).containsExactly("b", "c");
        assertThat(messenger.pendingUpdates()).isEqualTo(2);
    }

    @Test
    void aLongPollEndsAsSoonAsSomebodyWrites() throws Exception {
        CompletableFuture<JsonNode> waiting = pollLater("{'timeout':50}");
        messenger.says(li, "hello");
        assertThat(texts(waiting.get(5, TimeUnit.SECONDS).path("result"))).containsExactly("hello");
    }

    @Test
    void aLongPollWithoutNewsEndsEmptyAfterItsTime() {
        long begun = System.nanoTime();
        assertThat(poll("{'timeout':1}")).isEmpty();
        assertThat(System.nanoTime() - begun).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(950));
    }

    @Test
    void ofTwoPollersTheOlderGivesWay() throws Exception {
        CompletableFuture<JsonNode> older = pollLater("{'timeout':50}");
        CompletableFuture<JsonNode> younger = pollLater("{'timeout':50}");

        JsonNode refusal = older.get(5, TimeUnit.SECONDS);
        assertThat(refusal.path("error_code").asInt()).isEqualTo(409);
        assertThat(refusal.path("description").asText())
                .isEqualTo("Conflict: terminated by other getUpdates request; "
                        + "make sure that only one bot instance is running");
        messenger.says(li, "for the younger");
        assertThat(texts(younger.get(5, TimeUnit.SECONDS).path("result"))).containsExactly("for the younger");
    }

    @Test
    void onlyAllowedKindsAreQueued() {
        poll("{'allowed_updates':['callback_query']}");
        messenger.says(li, "unheard");
        messenger.taps(li, 1, "data");
        assertThat(poll("{}"))
                .singleElement()
                .satisfies(update -> assertThat(update.has("callback_query")).isTrue());
        poll("{'allowed_updates':[]}");
        messenger.says(li, "heard");
        assertThat(poll("{}")).hasSize(2);
    }

    @Test
    void pollingIsRefusedWhileAWebhookIsSet() {
        assertThat(wire.refusal("setWebhook", "{'url':'http://bot.example'}"))
                .isEqualTo("400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
        wire.result("setWebhook", "{'url':'https://bot.example/hook'}");
        messenger.says(li, "waits");
        JsonNode info = wire.result("getWebhookInfo", "{}");
        assertThat(info.path("url").asText()).isEqualTo("https://bot.example/hook");
        assertThat(info.path("pending_update_count").asInt()).isEqualTo(1);
        assertThat(wire.refusal("getUpdates", "{}"))
                .isEqualTo("409 Conflict: can't use getUpdates method while webhook is active; "
                        + "use deleteWebhook to delete the webhook first");
        wire.result("deleteWebhook", "{}");
        assertThat(texts(poll("{}"))).containsExactly("waits");
    }

    @Test
    void aConfirmedUpdateCanBeDeliveredOnceMore() {
        messenger.says(li, "twice");
        long id = messenger.lastUpdateId();
        assertThat(poll("{'offset':%d}".formatted(id + 1))).isEmpty();
        messenger.redeliver(id);
        assertThat(texts(poll("{'offset':%d}".formatted(id + 1)))).containsExactly("twice");
        assertThat(poll("{'offset':%d}".formatted(id + 1))).isEmpty();
    }

    @Test
    void anUpdateOfUnknownShapeIsDeliveredAsItIs() {
        long id = messenger.inject("{\"message\":{\"message_id\":\"poison\"}}");
        JsonNode update = poll("{}").get(0);
        assertThat(update.path("update_id").asLong()).isEqualTo(id);
        assertThat(update.path("message").path("message_id").asText()).isEqualTo("poison");
        assertThat(poll("{'offset':%d}".formatted(id + 1))).isEmpty();
    }

    private static JsonNode poll(String parameters) {
        return wire.result("getUpdates", parameters);
    }

    /** Comes back once the poll has arrived, so that what follows happens during it or after it. */
    private static CompletableFuture<JsonNode> pollLater(String parameters) {
        long before = standIn.calls("getUpdates");
        CompletableFuture<JsonNode> poll = wire.later("getUpdates", parameters);
        while (standIn.calls("getUpdates") == before) {
            Thread.onSpinWait();
        }
        return poll;
    }

    private static List<String> texts(JsonNode updates) {
        return updates.findValues("text").stream().map(JsonNode::asText).toList();
    }
}
