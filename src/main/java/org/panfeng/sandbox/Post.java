package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message as it is kept: what both sides need to see it in their way. */
record Post(
        int id,
        boolean fromBot,
        Content content,
        Keyboard keyboard,
        Instant sentAt,
        @Nullable Instant editedAt,
        boolean silent,
        @Nullable Post replyTo) {

    Post changed(Content content, Keyboard keyboard, Instant at) {
        return new Post(id, fromBot, content, keyboard, sentAt, at, silent, replyTo);
    }

    boolean sameAs(Post other) {
        return content.sameAs(other.content) && keyboard.equals(other.keyboard);
    }

    Message view() {
        return new Message(
                id,
                fromBot,
                content.kind(),
                content.text(),
                content.html(),
                content.file(),
                keyboard.rows(),
                sentAt,
                editedAt,
                silent);
    }

    /** The message object of the Bot API, in the chat between this person and this bot. */
    ObjectNode json(Person person, ObjectNode bot) {
        ObjectNode json = Json.object().put("message_id", id);
        json.set("from", fromBot ? bot : person.asUser());
        json.set("chat", person.asChat());
        json.put("date", sentAt.getEpochSecond());
        if (editedAt != null) {
            json.put("edit_date", editedAt.getEpochSecond());
        }
        if (replyTo != null) {
            json.set(
                    "reply_to_message",
                    new Post(
                                    replyTo.id,
                                    replyTo.fromBot,
                                    replyTo.content,
                                    replyTo.keyboard,
                                    replyTo.sentAt,
                                    replyTo.editedAt,
                                    replyTo.silent,
                                    null)
                            .json(person, bot));
        }
        json.setAll(content.fields());
        ObjectNode markup = keyboard.json();
        return markup == null ? json : json.set("reply_markup", markup);
    }
}
