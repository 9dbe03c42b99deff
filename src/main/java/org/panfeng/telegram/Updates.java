package org.panfeng.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Intake;
import org.panfeng.mailbox.Rereading;
import org.panfeng.mailbox.Sender;

/**
 * Reads updates, each by itself, so that one that cannot be read spoils no other: the dozen fields that Panfeng uses, and no others, so that
 * none it does not know can hurt.
 */
public final class Updates implements Rereading {
    private static final Sender NOBODY = new Sender(0, "");

    private final ObjectMapper mapper = new ObjectMapper();

    Intake.Arrival read(JsonNode raw) {
        OptionalLong known = id(raw);
        if (known.isEmpty()) {
            return new Intake.Garbled(substitute(raw.toString()), raw.toString(), "no update_id");
        }
        return read(known.getAsLong(), raw);
    }

    @Override
    public Intake.Arrival read(long updateId, String raw) {
        try {
            return read(updateId, mapper.readTree(raw));
        } catch (JsonProcessingException e) {
            return new Intake.Garbled(updateId, raw, e.getOriginalMessage());
        }
    }

    private static Intake.Arrival read(long id, JsonNode raw) {
        try {
            return new Intake.Readable(translate(id, raw), raw::toString);
        } catch (IllegalArgumentException | StackOverflowError e) {
            return new Intake.Garbled(id, raw.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** The number by which an update is confirmed; empty where there is none. */
    static OptionalLong id(JsonNode raw) {
        long id = raw.path("update_id").asLong();
        return id > 0 ? OptionalLong.of(id) : OptionalLong.empty();
    }

    /** A number for an update without one: below zero, and the same whenever the same update comes. */
    static long substitute(String raw) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(raw.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong() | Long.MIN_VALUE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Incoming translate(long id, JsonNode update) {
        if (update.hasNonNull("callback_query")) {
            return tap(id, update.get("callback_query"));
        }
        if (update.hasNonNull("message")) {
            return message(id, update.get("message"));
        }
        if (update.hasNonNull("my_chat_member")) {
            return membership(id, update.get("my_chat_member"));
        }
        return ignored(id);
    }

    private static Incoming ignored(long id) {
        return new Incoming.Ignored(id, NOBODY, 0);
    }

    private static Incoming message(long id, JsonNode message) {
        JsonNode chat = message.path("chat");
        if (!isPrivate(chat) || !message.hasNonNull("from")) {
            return ignored(id);
        }
        Sender sender = sender(message.get("from"));
        return message.hasNonNull("text")
                ? new Incoming.Text(id, sender, number(chat, "id"), words(message, "text"))
                : new Incoming.Unreadable(id, sender, number(chat, "id"));
    }

    private static Incoming tap(long id, JsonNode query) {
        Sender sender = sender(query.path("from"));
        JsonNode message = query.path("message");
        boolean isKnown = message.isObject();
        return new Incoming.Tap(
                id,
                sender,
                isKnown ? number(message.path("chat"), "id") : sender.id(),
                isKnown ? number(message, "message_id") : 0,
                words(query, "id"),
                query.hasNonNull("data") ? words(query, "data") : "");
    }

    private static Incoming membership(long id, JsonNode change) {
        JsonNode chat = change.path("chat");
        if (!isPrivate(chat)) {
            return ignored(id);
        }
        String status = words(change.path("new_chat_member"), "status");
        boolean reachable = !status.equals("kicked") && !status.equals("left");
        return new Incoming.Reachability(id, sender(change.path("from")), number(chat, "id"), reachable);
    }

    private static boolean isPrivate(JsonNode chat) {
        return words(chat, "type").equals("private");
    }

    private static Sender sender(JsonNode user) {
        String first = words(user, "first_name");
        return new Sender(
                number(user, "id"), user.hasNonNull("last_name") ? fullName(first, words(user, "last_name")) : first);
    }

    /**
     * @throws IllegalArgumentException when there is no such number
     */
    private static long number(JsonNode of, String field) {
        JsonNode value = of.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("no number under " + field);
        }
        return value.longValue();
    }

    private static String words(JsonNode of, String field) {
        JsonNode value = of.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException("no words under " + field);
        }
        return value.textValue();
    }

    /** Chinese names are written family name first and without a space. */
    private static String fullName(String first, String last) {
        boolean isHan = (first + last).codePoints().allMatch(Character::isIdeographic);
        return isHan ? last + first : first + " " + last;
    }
}
