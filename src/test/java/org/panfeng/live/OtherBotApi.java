package org.panfeng.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * A Bot API that somebody else might have written, for texts and buttons only: five methods, no rich messages, no menus, no long
 * polls, no checks. Whatever else is called is not found.
 */
final class OtherBotApi implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ObjectMapper mapper = new ObjectMapper();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final List<JsonNode> updates = new ArrayList<>();
    private final List<ObjectNode> messages = new ArrayList<>();
    private final List<String> toasts = new ArrayList<>();

    OtherBotApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        JsonNode call = mapper.readTree(exchange.getRequestBody());
        String method = exchange.getRequestURI().getPath().replaceAll(".*/", "");
        ObjectNode answer = mapper.createObjectNode();
        Optional<JsonNode> result = result(method, call);
        answer.put("ok", result.isPresent());
        if (result.isPresent()) {
            answer.set("result", result.get());
        } else {
            answer.put("error_code", 404).put("description", "Not Found");
        }
        byte[] body = mapper.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(result.isPresent() ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized Optional<JsonNode> result(String method, JsonNode call) {
        return switch (method) {
            case "getMe" ->
                Optional.of(mapper.createObjectNode()
                        .put("id", 42)
                        .put("is_bot", true)
                        .put("first_name", "Bot")
                        .put("username", "other_bot"));
            case "getUpdates" -> Optional.of(updates(call.path("offset").asLong()));
            case "sendMessage" -> Optional.of(add(call));
            case "editMessageText" -> edit(call);
            case "answerCallbackQuery" -> {
                toasts.add(call.path("text").asText());
                yield Optional.of(mapper.getNodeFactory().booleanNode(true));
            }
            default -> Optional.empty();
        };
    }

    private ArrayNode updates(long offset) {
        ArrayNode batch = mapper.createArrayNode();
        updates.stream()
                .filter(update -> update.path("update_id").asLong() >= offset)
                .forEach(batch::add);
        return batch;
    }

    private JsonNode add(JsonNode call) {
        ObjectNode message = mapper.createObjectNode()
                .put("message_id", messages.size() + 1)
                .put("date", 1_790_000_000)
                .put("text", call.path("text").asText());
        message.putObject("chat").put("id", call.path("chat_id").asLong()).put("type", "private");
        message.set("reply_markup", call.path("reply_markup"));
        messages.add(message);
        return withoutMarkup(message);
    }

    private Optional<JsonNode> edit(JsonNode call) {
        ObjectNode message = messages.get(call.path("message_id").asInt() - 1);
        message.put("text", call.path("text").asText());
        message.set("reply_markup", call.path("reply_markup"));
        return Optional.of(withoutMarkup(message));
    }

    private static JsonNode withoutMarkup(ObjectNode message) {
        return message.deepCopy().without("reply_markup");
    }

    synchronized void says(long person, String text) {
        ObjectNode update = update();
        ObjectNode message = update.putObject("message")
                .put("message_id", 1_000 + updates.size())
                .put("date", 1_790_000_000)
                .put("text", text);
        message.putObject("chat").put("id", person).put("type", "private").put("first_name", "某人");
        message.set("from", user(person));
        updates.add(update);
    }

    /** Presses the newest button with a label that begins so, waiting for it. */
    void presses(long person, String label) {
        ObjectNode message = seesButton(person, label);
        synchronized (this) {
            ObjectNode update = update();
            ObjectNode query = update.putObject("callback_query")
                    .put("id", "q" + updates.size())
                    .put("chat_instance", "1")
                    .put("data", data(message, label).orElseThrow());
            query.set("from", user(person));
            query.set("message", withoutMarkup(message));
            updates.add(update);
        }
    }

    private ObjectNode update() {
        return mapper.createObjectNode().put("update_id", 500 + updates.size());
    }

    private ObjectNode user(long person) {
        return mapper.createObjectNode().put("id", person).put("is_bot", false).put("first_name", "某人");
    }

    private static Optional<String> data(ObjectNode message, String label) {
        for (JsonNode row : message.path("reply_markup").path("inline_keyboard")) {
            for (JsonNode button : row) {
                if (button.path("text").asText().startsWith(label)) {
                    return Optional.of(button.path("callback_data").asText());
                }
            }
        }
        return Optional.empty();
    }

    /** Waits for a message in the person's chat that contains these words, and returns its text. */
    String sees(long person, String words) {
        return sees(person, message -> message.path("text").asText().contains(words), words)
                .path("text")
                .asText();
    }

    /** Waits for a button with a label that begins so, and returns the newest message that has one. */
    ObjectNode seesButton(long person, String label) {
        return sees(person, message -> data(message, label).isPresent(), "a button " + label);
    }

    private ObjectNode sees(long person, Predicate<ObjectNode> wanted, String what) {
        Await.until(
                () -> what + " in " + chat(person),
                PATIENCE,
                () -> newest(person, wanted).isPresent());
        return newest(person, wanted).orElseThrow();
    }

    private synchronized Optional<ObjectNode> newest(long person, Predicate<ObjectNode> wanted) {
        return chat(person).stream().filter(wanted).reduce((earlier, later) -> later);
    }

    private synchronized List<ObjectNode> chat(long person) {
        return messages.stream()
                .filter(message -> message.path("chat").path("id").asLong() == person)
                .toList();
    }

    synchronized List<String> toasts() {
        return List.copyOf(toasts);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
