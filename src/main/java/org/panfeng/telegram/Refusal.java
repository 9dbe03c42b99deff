package org.panfeng.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** The Bot API answered, with an error. */
public final class Refusal extends IOException {
    private static final long serialVersionUID = 1;
    private static final int BAD_GATEWAY = 502;
    /** No such method, not with POST, too large, too often. */
    private static final Set<Integer> GATEWAYS_OWN = Set.of(404, 405, 413, 429);

    private final int code;
    private final String description;
    private final int retryAfter;
    private final long migratedTo;

    Refusal(int code, String description, int retryAfter, long migratedTo) {
        super(code + " " + description);
        this.code = code;
        this.description = description;
        this.retryAfter = retryAfter;
        this.migratedTo = migratedTo;
    }

    /**
     * Something between here and Telegram has answered in its place. Only what such an answer says of the size, the pace or the method is
     * taken at its word: that it lets nobody in says nothing about the chat or the token, and passes.
     */
    static Refusal ofGateway(int status) {
        return new Refusal(
                status >= 500 || GATEWAYS_OWN.contains(status) ? status : BAD_GATEWAY,
                "HTTP status " + status + " without an answer of the Bot API",
                0,
                0);
    }

    /**
     * @param status of the HTTP answer, which counts where the error names no code
     */
    static Refusal of(int status, JsonNode answer) {
        JsonNode parameters = answer.path("parameters");
        return new Refusal(
                answer.path("error_code").asInt(status),
                answer.path("description").asText(),
                parameters.path("retry_after").asInt(0),
                parameters.path("migrate_to_chat_id").asLong(0));
    }

    /** The token is not, or no longer, a bot's. */
    public boolean isOfToken() {
        return code == 401 || code == 404;
    }

    /** The code and what the Bot API says to it. */
    public String words() {
        return code + " " + description;
    }

    int code() {
        return code;
    }

    /** What the Bot API says, in lower case. */
    String said() {
        return description.toLowerCase(Locale.ROOT);
    }

    boolean says(String words) {
        return said().contains(words);
    }

    boolean isConflict() {
        return code == 409;
    }

    /** Seconds to wait before the next request; 0 where none are named. */
    int retryAfter() {
        return retryAfter;
    }

    /** The same, at least a second. */
    Duration pause() {
        return Duration.ofSeconds(Math.max(1, retryAfter));
    }

    /** The id that the chat has now; 0 where it is the same. */
    long migratedTo() {
        return migratedTo;
    }
}
