package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panfeng.sandbox.Message.Button;

/** The inline keyboard below a message, checked as Telegram checks it. */
record Keyboard(List<List<Button>> rows) {

    static final Keyboard NONE = new Keyboard(List.of());

    private static final int DATA_BYTES = 64;
    private static final int BUTTONS = 100;

    /** The inline keyboard in this reply_markup; none if it is another kind of markup. */
    static Keyboard of(JsonNode markup) {
        List<List<Button>> rows = new ArrayList<>();
        for (JsonNode row : markup.path("inline_keyboard")) {
            List<Button> buttons = new ArrayList<>();
            row.forEach(button -> buttons.add(button(button)));
            if (!buttons.isEmpty()) {
                rows.add(List.copyOf(buttons));
            }
        }
        if (rows.stream().mapToInt(List::size).sum() > BUTTONS) {
            throw Refusal.badRequest("REPLY_MARKUP_TOO_LONG");
        }
        return rows.isEmpty() ? NONE : new Keyboard(List.copyOf(rows));
    }

    private static Button button(JsonNode json) {
        String label = json.path("text").asText("").strip();
        if (label.isEmpty()) {
            throw Refusal.badRequest("can't parse inline keyboard button: Field \"text\" must be non-empty");
        }
        if (json.hasNonNull("url")) {
            return new Button(label, null, url(json.path("url").asText()));
        }
        if (!json.hasNonNull("callback_data")) {
            throw Refusal.badRequest(
                    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
        }
        return new Button(label, data(json.path("callback_data").asText()), null);
    }

    private static String data(String data) {
        int bytes = data.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > DATA_BYTES) {
            throw Refusal.badRequest("BUTTON_DATA_INVALID");
        }
        return data;
    }

    private static String url(String url) {
        if (!url.matches("(?i)(https?|tg)://\\S+")) {
            throw Refusal.badRequest("inline keyboard button URL '" + url + "' is invalid: Wrong HTTP URL");
        }
        return url;
    }

    @Nullable
    ObjectNode json() {
        if (rows.isEmpty()) {
            return null;
        }
        ObjectNode markup = Json.object();
        ArrayNode keyboard = markup.putArray("inline_keyboard");
        for (List<Button> row : rows) {
            ArrayNode buttons = keyboard.addArray();
            row.forEach(button -> json(button, buttons.addObject()));
        }
        return markup;
    }

    private static void json(Button button, ObjectNode node) {
        node.put("text", button.label());
        if (button.url() != null) {
            node.put("url", button.url());
        } else {
            node.put("callback_data", button.data());
        }
    }
}
