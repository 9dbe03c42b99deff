package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** What people do: each act shows in their chat first, and then the bot has an update of it. */
final class Acts {

    private final World world;
    private final Luggage luggage;

    Acts(World world) {
        this.world = world;
        this.luggage = new Luggage(world.files());
    }

    int says(long personId, String text) {
        return send(personId, typed(text));
    }

    private static Content typed(String text) {
        FormattedText typed = FormattedText.typed(text);
        if (typed.isEmpty() || typed.text().length() > 4096) {
            throw new IllegalArgumentException(
                    "A text has 1 to 4096 characters, not " + typed.text().length());
        }
        return Content.text(typed);
    }

    int sends(long personId, Attachment attachment) {
        return send(personId, luggage.content(attachment));
    }

    private int send(long personId, Content content) {
        Chat chat = active(personId);
        chat.acquaint();
        Post post = world.post(chat, Chat.Draft.ofPerson(content));
        world.updates().add("message", world.json(chat, post));
        return post.id();
    }

    void edits(long personId, int messageId, String text) {
        Chat chat = active(personId);
        Content content = typed(text);
        Post post = chat.edit(messageId, before -> {
            if (before.fromBot()) {
                throw new IllegalArgumentException("Message " + messageId + " is the bot's");
            }
            return before.changed(content, Keyboard.NONE, now());
        });
        world.updates().add("edited_message", world.json(chat, post));
    }

    String taps(long personId, long chatId, int messageId, String data) {
        Person person = active(personId).person();
        Chat chat = world.chats().of(chatId);
        String id = world.presses().add(personId, now());
        ObjectNode query = Json.object().put("id", id);
        query.set("from", person.asUser());
        query.set(
                "message",
                chat.post(messageId)
                        .map(post -> world.json(chat, post))
                        .orElseGet(() -> inaccessible(chat, messageId)));
        query.put("chat_instance", Long.toString(chatId * 1_000_003)).put("data", data);
        world.updates().add("callback_query", query);
        return id;
    }

    /** What Telegram says of a message that is gone: it is from the year 1970. */
    private static ObjectNode inaccessible(Chat chat, int messageId) {
        ObjectNode message = Json.object().put("message_id", messageId).put("date", 0);
        return message.set("chat", chat.person().asChat());
    }

    void block(long personId, boolean blocked) {
        Chat chat = world.chats().of(personId);
        if (!chat.block(blocked)) {
            return;
        }
        ObjectNode change = Json.object();
        change.set("chat", chat.person().asChat());
        change.set("from", chat.person().asUser());
        change.put("date", now().getEpochSecond());
        change.set("old_chat_member", membership(!blocked));
        change.set("new_chat_member", membership(blocked));
        world.updates().add("my_chat_member", change);
    }

    private ObjectNode membership(boolean blocked) {
        ObjectNode member = Json.object().put("status", blocked ? "kicked" : "member");
        member.set("user", world.bot());
        return blocked ? member.put("until_date", 0) : member;
    }

    private Chat active(long personId) {
        Chat chat = world.chats().of(personId);
        chat.requireActive();
        return chat;
    }

    private Instant now() {
        return world.clock().instant();
    }
}
