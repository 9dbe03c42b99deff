package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * One call of a bot: the method and its parameters, however they came. In a form everything is a string, so that structures
 * may be given as JSON in a string.
 */
record Call(String method, ObjectNode parameters, Map<String, Upload> uploads) {

    private static final String ATTACHED = "attach://";

    /** A file in a multipart form. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Upload(String fileName, String mimeType, byte[] bytes) {}

    boolean has(String name) {
        return parameters.hasNonNull(name);
    }

    /** The empty string if it is not there. */
    String text(String name) {
        return parameters.path(name).asText("");
    }

    boolean flag(String name) {
        return parameters.path(name).asBoolean(false) || text(name).equals("1");
    }

    int number(String name, int otherwise) {
        return (int) number(name, (long) otherwise);
    }

    long number(String name, long otherwise) {
        String given = text(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException notANumber) {
            throw Refusal.badRequest("invalid parameter \"" + name + "\" specified");
        }
    }

    /** A structure; missing, and so without fields or elements, if it is not there. */
    JsonNode json(String name) {
        JsonNode given = parameters.path(name);
        if (!given.isTextual()) {
            return given.isNull() ? MissingNode.getInstance() : given;
        }
        if (given.asText().isEmpty()) {
            return MissingNode.getInstance();
        }
        return Json.parse(given.asText())
                .orElseThrow(() -> Refusal.badRequest("can't parse " + name.replace('_', ' ') + " JSON object"));
    }

    long chatId() {
        if (text("chat_id").isEmpty()) {
            throw Refusal.badRequest("chat_id is empty");
        }
        try {
            return Long.parseLong(text("chat_id"));
        } catch (NumberFormatException userName) {
            throw Refusal.badRequest("chat not found");
        }
    }

    Optional<Upload> upload(String name) {
        String given = text(name);
        return given.startsWith(ATTACHED) ? attached(given) : Optional.ofNullable(uploads.get(name));
    }

    /** The part of the form that is referred to as {@code attach://name}. */
    Optional<Upload> attached(String reference) {
        return reference.startsWith(ATTACHED)
                ? Optional.ofNullable(uploads.get(reference.substring(ATTACHED.length())))
                : Optional.empty();
    }
}
