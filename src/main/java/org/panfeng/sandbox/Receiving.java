package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a bot gets its updates, and who it is. */
final class Receiving {

    /** Beside what Telegram takes, so that a webhook can be tried without a certificate. */
    private static final String LOOPBACK = "http://127.0.0.1:";

    private static final int BATCH = 100;
    private static final int LONGEST_POLL_SECONDS = 50;

    private final World world;
    private volatile String webhook = "";
    private volatile @Nullable Postman postman;

    Receiving(World world) {
        this.world = world;
    }

    void register(Map<String, Method> methods) {
        methods.put("getme", call -> me());
        methods.put("getchat", this::chat);
        methods.put("getupdates", this::updates);
        methods.put("setwebhook", this::setWebhook);
        methods.put("deletewebhook", this::deleteWebhook);
        methods.put("getwebhookinfo", call -> webhookInfo());
    }

    private ObjectNode me() {
        return world.bot()
                .deepCopy()
                .put("can_join_groups", false)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", false);
    }

    private JsonNode chat(Call call) {
        Chat chat = world.chats().named(call);
        if (!chat.acquainted()) {
            throw Refusal.badRequest("chat not found");
        }
        ObjectNode json = chat.person().asChat().put("accent_color_id", 0).put("max_reaction_count", 11);
        json.putObject("accepted_gift_types")
                .put("unlimited_gifts", false)
                .put("limited_gifts", false)
                .put("unique_gifts", false)
                .put("premium_subscription", false);
        return json;
    }

    private JsonNode updates(Call call) throws InterruptedException {
        if (!webhook.isEmpty()) {
            throw Refusal.conflict("can't use getUpdates method while webhook is active; "
                    + "use deleteWebhook to delete the webhook first");
        }
        allow(call);
        int seconds = Math.min(Math.max(call.number("timeout", 0), 0), LONGEST_POLL_SECONDS);
        ArrayNode batch = Json.array();
        world.updates()
                .poll(call.number("offset", 0L), limit(call), Duration.ofSeconds(seconds))
                .forEach(update -> batch.add(update.json()));
        return batch;
    }

    private static int limit(Call call) {
        int limit = call.number("limit", BATCH);
        return limit < 1 || limit > BATCH ? BATCH : limit;
    }

    /** Telegram remembers the last list that was given, also over calls that give none. */
    private void allow(Call call) {
        if (call.has("allowed_updates")) {
            Set<String> kinds = new HashSet<>();
            call.json("allowed_updates").forEach(kind -> kinds.add(kind.asText()));
            world.updates().allow(kinds);
        }
    }

    private JsonNode setWebhook(Call call) {
        String url = call.text("url");
        if (!url.isEmpty() && !url.startsWith("https://") && !url.startsWith(LOOPBACK)) {
            throw Refusal.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }
        allow(call);
        return webhook(call, url);
    }

    private JsonNode deleteWebhook(Call call) {
        return webhook(call, "");
    }

    private synchronized JsonNode webhook(Call call, String url) {
        Postman before = postman;
        if (before != null) {
            before.stop();
        }
        webhook = url;
        postman = null;
        if (url.startsWith(LOOPBACK)) {
            Postman next = new Postman(world.updates(), url, call.text("secret_token"));
            next.start();
            postman = next;
        }
        if (call.flag("drop_pending_updates")) {
            world.updates().clear();
        }
        return Json.TRUE;
    }

    private JsonNode webhookInfo() {
        ObjectNode info = Json.object()
                .put("url", webhook)
                .put("has_custom_certificate", false)
                .put("pending_update_count", world.updates().count());
        Postman present = postman;
        if (present != null && !present.error().isEmpty()) {
            info.put("last_error_date", world.clock().instant().getEpochSecond())
                    .put("last_error_message", present.error());
        }
        return info;
    }
}
