package org.panfeng.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.OptionalLong;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Intake;
import org.panfeng.mailbox.Rereading;
import org.panfeng.mailbox.Sender;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Reads updates, each by itself, so that one that cannot be read spoils no other. */
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

    private Intake.Arrival read(long id, JsonNode raw) {
        try {
            return new Intake.Readable(translate(id, mapper.treeToValue(raw, Update.class)), raw.toString());
        } catch (JsonProcessingException | RuntimeException | StackOverflowError e) {
            String error = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.toString();
            return new Intake.Garbled(id, raw.toString(), error == null ? "unreadable" : error);
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

    private static Incoming translate(long id, Update update) {
        if (update.getCallbackQuery() != null) {
            return tap(id, update.getCallbackQuery());
        }
        if (update.getMessage() != null) {
            return message(id, update.getMessage());
        }
        if (update.getMyChatMember() != null) {
            return membership(id, update.getMyChatMember());
        }
        return ignored(id);
    }

    private static Incoming ignored(long id) {
        return new Incoming.Ignored(id, NOBODY, 0);
    }

    private static Incoming message(long id, Message message) {
        User from = message.getFrom();
        if (from == null || !message.isUserMessage()) {
            return ignored(id);
        }
        Sender sender = sender(from);
        return message.getText() != null
                ? new Incoming.Text(id, sender, message.getChatId(), message.getText())
                : new Incoming.Unreadable(id, sender, message.getChatId());
    }

    private static Incoming tap(long id, CallbackQuery query) {
        Sender sender = sender(query.getFrom());
        long chatId =
                query.getMessage() == null ? sender.id() : query.getMessage().getChatId();
        long messageId = query.getMessage() == null ? 0 : query.getMessage().getMessageId();
        String data = Optional.ofNullable(query.getData()).orElse("");
        return new Incoming.Tap(id, sender, chatId, messageId, query.getId(), data);
    }

    private static Incoming membership(long id, ChatMemberUpdated change) {
        if (!change.getChat().isUserChat()) {
            return ignored(id);
        }
        String status = change.getNewChatMember().getStatus();
        boolean reachable = !status.equals("kicked") && !status.equals("left");
        return new Incoming.Reachability(
                id, sender(change.getFrom()), change.getChat().getId(), reachable);
    }

    private static Sender sender(User user) {
        String last = user.getLastName();
        return new Sender(user.getId(), last == null ? user.getFirstName() : fullName(user.getFirstName(), last));
    }

    /** Chinese names are written family name first and without a space. */
    private static String fullName(String first, String last) {
        boolean isHan = (first + last).codePoints().allMatch(Character::isIdeographic);
        return isHan ? last + first : first + " " + last;
    }
}
