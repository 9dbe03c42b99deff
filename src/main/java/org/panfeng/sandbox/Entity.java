package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A formatted stretch of a text.
 *
 * @param offset in UTF-16 code units, as everywhere in the Bot API
 * @param extra the url of a link, the language of a code block, the id of an emoji, or empty
 */
record Entity(String type, int offset, int length, String extra) {

    static Entity of(JsonNode json) {
        String type = json.path("type").asText();
        return new Entity(
                type,
                json.path("offset").asInt(),
                json.path("length").asInt(),
                json.path(extraField(type)).asText());
    }

    int end() {
        return offset + length;
    }

    boolean overlaps(Entity other) {
        return offset < other.end() && other.offset < end();
    }

    /** What is left of it when the text before start and after end is cut off. */
    Entity within(int start, int end) {
        int from = Math.max(offset, start);
        return new Entity(type, from - start, Math.max(0, Math.min(end(), end) - from), extra);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("type", type).put("offset", offset).put("length", length);
        return extra.isEmpty() ? json : json.put(extraField(type), extra);
    }

    private static String extraField(String type) {
        return switch (type) {
            case "pre" -> "language";
            case "custom_emoji" -> "custom_emoji_id";
            default -> "url";
        };
    }
}
