package org.panfeng;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.panfeng.telegram.Hook;
import org.panfeng.telegram.Webhook;
import org.panfeng.web.WebhookRoute;

/** The webhook as the settings want it. */
final class Hooks {
    private Hooks() {}

    /** Empty where updates are polled for. */
    static Optional<Hook> of(Settings.Telegram telegram) {
        if (telegram.updates() != Settings.Updates.WEBHOOK) {
            return Optional.empty();
        }
        // A secret of our own, the same on every node, where none was written.
        String secret =
                telegram.webhookSecret().orElseGet(() -> hash(telegram.token().orElse("")));
        return telegram.webhookUrl().map(url -> new Hook(url, secret));
    }

    static WebhookRoute route(Hook hook, Webhook webhook) {
        URI url = hook.url();
        String path = url.getPath() == null || url.getPath().isEmpty() ? "/" : url.getPath();
        return new WebhookRoute(path, hook.secret(), webhook::take);
    }

    private static String hash(String token) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(("webhook " + token).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
