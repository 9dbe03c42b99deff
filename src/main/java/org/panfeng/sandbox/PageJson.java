package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.panfeng.sandbox.Message.Attached;
import org.panfeng.sandbox.Message.Button;

/** Messages and events as the page's script reads them. */
final class PageJson {

    private PageJson() {}

    /** What the list of chats shows of a person. */
    static ObjectNode person(Chat chat) {
        ObjectNode json = Json.object()
                .put("id", chat.person().id())
                .put("name", chat.person().name())
                .put("username", chat.person().username())
                .put("begun", chat.acquainted())
                .put("blocked", chat.blocked())
                .put("unread", chat.unread())
                .put("readUpTo", chat.readUpTo());
        chat.part()
                .ifPresent(part -> json.putObject("part")
                        .put("zh", part.zh())
                        .put("en", part.en())
                        .put("invitation", part.invitation()));
        chat.last().ifPresent(last -> json.set("last", of(last)));
        return json;
    }

    static ObjectNode of(Message message) {
        ObjectNode json = Json.object()
                .put("id", message.id())
                .put("fromBot", message.fromBot())
                .put("kind", message.kind().name())
                .put("text", message.text())
                .put("html", message.html())
                .put("at", message.sentAt().toString())
                .put("edited", message.editedAt() != null)
                .put("silent", message.silent());
        Attached file = message.file();
        if (file != null) {
            json.putObject("file")
                    .put("id", file.fileId())
                    .put("name", file.name())
                    .put("type", file.mimeType())
                    .put("size", file.size());
        }
        ArrayNode keyboard = json.putArray("keyboard");
        message.keyboard().forEach(row -> keyboard.add(row(row)));
        return json;
    }

    private static ArrayNode row(List<Button> buttons) {
        ArrayNode row = Json.array();
        for (Button button : buttons) {
            row.addObject()
                    .put("label", button.label())
                    .put("data", button.data())
                    .put("url", button.url());
        }
        return row;
    }

    static ObjectNode of(Event event) {
        ObjectNode json = Json.object().put("chat", event.chatId());
        if (event instanceof Event.Sent sent) {
            return json.put("kind", "sent").set("message", of(sent.message()));
        } else if (event instanceof Event.Edited edited) {
            return json.put("kind", "edited").set("message", of(edited.message()));
        } else if (event instanceof Event.Deleted deleted) {
            return json.put("kind", "deleted").put("messageId", deleted.messageId());
        } else if (event instanceof Event.Answered answered) {
            Toast toast = answered.toast();
            return json.put("kind", "answered")
                    .put("queryId", toast.queryId())
                    .put("text", toast.text())
                    .put("alert", toast.alert());
        } else if (event instanceof Event.Read read) {
            return json.put("kind", "read").put("upTo", read.upTo());
        } else if (event instanceof Event.Blocked blocked) {
            return json.put("kind", "blocked").put("blocked", blocked.isBlocked());
        } else if (event instanceof Event.Joined) {
            return json.put("kind", "joined");
        }
        return json.put("kind", event instanceof Event.Typing ? "typing" : "menu");
    }
}
