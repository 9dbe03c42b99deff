package org.panfeng.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;

/** The methods of the Bot API, called over HTTP. */
public final class BotApi implements AutoCloseable {
    /** How many requests may be under way at once; together with the way to Telegram and back it bounds the throughput. */
    static final int IN_FLIGHT = 1000;

    private static final Duration LONGEST_QUESTION = Duration.ofSeconds(30);
    /** Over how many connections Telegram may hand in updates; the most that it allows. */
    private static final int MOST_CONNECTIONS = 100;

    private static final List<String> WANTED = List.of("message", "callback_query", "my_chat_member");

    private final Endpoint endpoint;
    private final Patience patience;
    private final Http http;
    private final ObjectMapper mapper = new ObjectMapper();
    private volatile @Nullable CompletableFuture<?> asked;

    public BotApi(Endpoint endpoint) {
        this(endpoint, Patience.USUAL);
    }

    BotApi(Endpoint endpoint, Patience patience) {
        this.endpoint = endpoint;
        this.patience = patience;
        this.http = new Http(endpoint, IN_FLIGHT + 2);
    }

    Patience patience() {
        return patience;
    }

    /** What stands before the colon of the token: names the bot, and is no secret. */
    String botId() {
        return endpoint.token().substring(0, Math.max(0, endpoint.token().indexOf(':')));
    }

    /**
     * Calls a method.
     *
     * @param within how long it may last
     * @return its result; fails with a {@link Refusal} where the Bot API answers with an error, with {@link NotSent} where the call had no
     *     effect for certain, and with another exception where it may have had one
     */
    CompletableFuture<JsonNode> call(PartialBotApiMethod<?> method, Duration within) {
        return post(method.getMethod(), json(MethodJson.bytes(method)), within);
    }

    /** The same, with files that the method refers to by their labels. */
    CompletableFuture<JsonNode> call(PartialBotApiMethod<?> method, List<Load.Item> files, Duration within) {
        return files.isEmpty()
                ? call(method, within)
                : post(method.getMethod(), Form.of(MethodJson.tree(method), files), within);
    }

    private CompletableFuture<JsonNode> post(String method, Body body, Duration within) {
        return http.post(path(method), body, within).thenApply(this::result);
    }

    private String path(String method) {
        return "/bot" + endpoint.token() + "/" + MethodNames.documented(method);
    }

    private static Body json(byte[] json) {
        return new Body(ContentType.APPLICATION_JSON, json);
    }

    /** What is not in the form of the Bot API comes from a gateway on the way; its success leaves open what has happened. */
    private JsonNode result(SimpleHttpResponse response) {
        JsonNode answer = tree(response);
        int status = response.getCode();
        if (answer.path("ok").asBoolean()) {
            return answer.path("result");
        } else if (answer.path("ok").isBoolean()) {
            throw new CompletionException(Refusal.of(status, answer));
        }
        throw new CompletionException(
                status / 100 == 2 ? new IOException("the answer could not be read") : Refusal.ofGateway(status));
    }

    /** The answer; a missing node where it is not in JSON. */
    private JsonNode tree(SimpleHttpResponse response) {
        byte[] body = response.getBodyBytes();
        try {
            return mapper.readTree(body == null ? new byte[0] : body);
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /**
     * The bot's own user name.
     *
     * @throws Refusal when the Bot API answers with an error, {@link Refusal#isOfToken()} among them
     * @throws IOException when it does not answer
     */
    public String userName() throws IOException {
        return ask("getMe", mapper.createObjectNode(), LONGEST_QUESTION)
                .path("username")
                .asText();
    }

    /**
     * Waits for updates.
     *
     * @param offset the lowest update id wanted; everything lower is confirmed. 0 confirms nothing
     * @return the updates as they came
     */
    List<JsonNode> updates(long offset, Duration wait) throws IOException {
        JsonNode question = mapper.createObjectNode()
                .put("offset", offset)
                .put("limit", 100)
                .put("timeout", wait.toSeconds())
                .set("allowed_updates", mapper.valueToTree(WANTED));
        JsonNode result = ask("getUpdates", question, wait.plus(LONGEST_QUESTION));
        if (!result.isArray()) {
            throw new Unintelligible("no list of updates");
        }
        List<JsonNode> updates = new ArrayList<>();
        result.forEach(updates::add);
        return updates;
    }

    /** Has updates handed in here from now on. */
    void setWebhook(Hook hook) throws IOException {
        JsonNode question = mapper.createObjectNode()
                .put("url", hook.url().toString())
                .put("secret_token", hook.secret())
                .put("max_connections", MOST_CONNECTIONS)
                .set("allowed_updates", mapper.valueToTree(WANTED));
        ask("setWebhook", question, LONGEST_QUESTION);
    }

    JsonNode webhookInfo() throws IOException {
        return ask("getWebhookInfo", mapper.createObjectNode(), LONGEST_QUESTION);
    }

    /** Waits for the answer; what is not in the form of the Bot API says nothing, not even by its status. */
    private JsonNode ask(String method, JsonNode question, Duration within) throws IOException {
        byte[] body = question.toString().getBytes(StandardCharsets.UTF_8);
        CompletableFuture<SimpleHttpResponse> asked = http.post(path(method), json(body), within);
        this.asked = asked;
        SimpleHttpResponse response = await(asked);
        JsonNode answer = tree(response);
        if (!answer.path("ok").isBoolean()) {
            throw new Unintelligible("HTTP status " + response.getCode() + " without an answer of the Bot API");
        } else if (!answer.path("ok").asBoolean()) {
            throw Refusal.of(response.getCode(), answer);
        }
        return answer.path("result");
    }

    private static <T> T await(CompletableFuture<T> answer) throws IOException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (CancellationException e) {
            throw new InterruptedIOException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
        }
    }

    /** Ends the question that is under way, a long poll perhaps, so that a stop need not wait for it. */
    void interrupt() {
        CompletableFuture<?> waiting = asked;
        if (waiting != null) {
            waiting.cancel(true);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
