package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The methods with which a bot changes or removes what was said. */
final class Editing {

    private static final Duration DELETABLE = Duration.ofDays(2);
    private static final int DELETED_AT_ONCE = 100;

    private final World world;

    Editing(World world) {
        this.world = world;
    }

    void register(Map<String, Method> methods) {
        methods.put("editmessagetext", this::text);
        methods.put("editmessagecaption", this::caption);
        methods.put("editmessagereplymarkup", this::markup);
        methods.put("deletemessage", this::delete);
        methods.put("deletemessages", this::deleteAll);
    }

    private JsonNode text(Call call) {
        Content content = call.has("rich_message")
                ? Content.rich(RichMessage.of(call, world.files()))
                : Content.text(FormattedText.of(call, "text", "entities"));
        return edit(call, before -> {
            if (!before.isText()) {
                throw Refusal.badRequest("there is no text in the message to edit");
            }
            return content;
        });
    }

    private JsonNode caption(Call call) {
        FormattedText caption = FormattedText.of(call, "caption", "caption_entities");
        return edit(call, before -> {
            if (before.isText()) {
                throw Refusal.badRequest("there is no caption in the message to edit");
            }
            return before.captioned(caption);
        });
    }

    private JsonNode markup(Call call) {
        return edit(call, before -> before);
    }

    /** The keyboard is replaced by the one given, or removed if none is: so it is with every editing method. */
    private JsonNode edit(Call call, UnaryOperator<Content> change) {
        Chat chat = world.chats().reachable(call);
        Keyboard keyboard = Keyboard.of(call.json("reply_markup"));
        return world.json(chat, chat.edit(messageId(call, "edit"), before -> {
            if (!before.fromBot()) {
                throw Refusal.badRequest("message can't be edited");
            }
            Post after = before.changed(
                    change.apply(before.content()), keyboard, world.clock().instant());
            if (after.sameAs(before)) {
                throw Refusal.badRequest("message is not modified: specified new message content and reply markup "
                        + "are exactly the same as a current content and reply markup of the message");
            }
            return after;
        }));
    }

    private JsonNode delete(Call call) {
        Chat chat = world.chats().reachable(call);
        Post post = chat.post(messageId(call, "delete"))
                .orElseThrow(() -> Refusal.badRequest("message to delete not found"));
        if (!deletable(post)) {
            throw Refusal.badRequest("message can't be deleted for everyone");
        }
        chat.delete(post.id());
        return Json.TRUE;
    }

    /** Those that cannot be found or deleted are skipped. */
    private JsonNode deleteAll(Call call) {
        Chat chat = world.chats().reachable(call);
        JsonNode ids = call.json("message_ids");
        if (ids.isEmpty() || ids.size() > DELETED_AT_ONCE) {
            throw Refusal.badRequest("message identifiers are not specified");
        }
        for (JsonNode id : ids) {
            chat.post(id.asInt()).filter(this::deletable).ifPresent(post -> chat.delete(post.id()));
        }
        return Json.TRUE;
    }

    private boolean deletable(Post post) {
        return post.sentAt().plus(DELETABLE).isAfter(world.clock().instant());
    }

    private static int messageId(Call call, String purpose) {
        int id = call.number("message_id", 0);
        if (id == 0) {
            throw Refusal.badRequest("message to " + purpose + " not found");
        }
        return id;
    }
}
