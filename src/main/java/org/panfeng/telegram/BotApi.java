package org.panfeng.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    private static final List<String> WANTED = List.of("message", "callback_query", "my_chat_member");

    private final Endpoint endpoint;
    private final Http http;
    private final ObjectMapper mapper = new ObjectMapper();
    private volatile @Nullable CompletableFuture<?> poll;

    public BotApi(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.http = new Http(endpoint, IN_FLIGHT + 2);
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

    private JsonNode result(SimpleHttpResponse response) {
        JsonNode answer = read(response);
        if (answer.path("ok").asBoolean()) {
            return answer.path("result");
        }
        throw new CompletionException(Refusal.of(response.getCode(), answer));
    }

    /** A page of HTML from a gateway is an error by its status alone; success that cannot be read leaves open what has happened. */
    private JsonNode read(SimpleHttpResponse response) {
        byte[] body = response.getBodyBytes();
        try {
            JsonNode answer = mapper.readTree(body == null ? new byte[0] : body);
            if (answer.isObject()) {
                return answer;
            }
        } catch (JsonProcessingException e) {
            // No answer in JSON.
        } catch (IOException e) {
            throw new CompletionException(e);
        }
        if (response.getCode() / 100 == 2) {
            throw new CompletionException(new IOException("the answer could not be read"));
        }
        return mapper.createObjectNode();
    }

    /**
     * The bot's own user name.
     *
     * @throws Refusal when the Bot API answers with an error, {@link Refusal#isOfToken()} among them
     * @throws IOException when it does not answer
     */
    public String userName() throws IOException {
        return await(post("getMe", json("{}".getBytes(StandardCharsets.UTF_8)), LONGEST_QUESTION))
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
        byte[] body = mapper.createObjectNode()
                .put("offset", offset)
                .put("limit", 100)
                .put("timeout", wait.toSeconds())
                .set("allowed_updates", mapper.valueToTree(WANTED))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        CompletableFuture<SimpleHttpResponse> answer =
                http.post(path("getUpdates"), json(body), wait.plus(LONGEST_QUESTION));
        poll = answer;
        List<JsonNode> updates = new ArrayList<>();
        await(answer.thenApply(this::result)).forEach(updates::add);
        return updates;
    }

    private static JsonNode await(CompletableFuture<JsonNode> answer) throws IOException {
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

    /** Ends the long poll that is under way, so that a stop need not wait for it. */
    void interrupt() {
        CompletableFuture<?> waiting = poll;
        if (waiting != null) {
            waiting.cancel(true);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
