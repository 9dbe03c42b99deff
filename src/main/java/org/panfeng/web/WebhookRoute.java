package org.panfeng.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * {@code POST} of updates by the messenger: 200 once one is durable, 503 where it has to come again, 401 without the secret. No thread
 * waits for a commit.
 *
 * @param path as the messenger knows it, beginning with a slash
 */
public record WebhookRoute(String path, String secret, Taker taker) {
    static final long LARGEST_BODY = 1_000_000;

    private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";

    void post(Context context) {
        if (!isTheMessenger(context)) {
            context.status(401);
            return;
        }
        byte[] body = context.bodyAsBytes();
        context.future(() -> taker.take(body).thenAccept(isDurable -> context.status(isDurable ? 200 : 503)));
    }

    private boolean isTheMessenger(Context context) {
        String given = context.header(HEADER);
        return given != null && MessageDigest.isEqual(bytes(given), bytes(secret));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return path;
    }
}
