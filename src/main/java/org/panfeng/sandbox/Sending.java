package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.panfeng.sandbox.Message.Attached;
import org.panfeng.sandbox.Message.Kind;

/** The methods with which a bot says something. */
final class Sending {

    private static final Set<String> ACTIONS = Set.of(
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "upload_document",
            "choose_sticker",
            "find_location",
            "record_video_note",
            "upload_video_note");
    private static final int ANSWER_UNITS = 200;

    private final World world;

    Sending(World world) {
        this.world = world;
    }

    void register(Map<String, Method> methods) {
        methods.put("sendmessage", call -> send(call, Sending::text));
        methods.put("sendrichmessage", call -> send(call, this::rich));
        methods.put("sendphoto", call -> send(call, this::photo));
        methods.put("senddocument", call -> send(call, this::document));
        methods.put("sendchataction", this::action);
        methods.put("answercallbackquery", this::answer);
    }

    private JsonNode send(Call call, Function<Call, Content> reading) {
        Chat chat = world.chats().reachable(call);
        Content content = reading.apply(call);
        Keyboard keyboard = Keyboard.of(call.json("reply_markup"));
        boolean silent = call.flag("disable_notification");
        return world.json(chat, world.post(chat, new Chat.Draft(true, content, keyboard, silent, replyTo(call, chat))));
    }

    private static int replyTo(Call call, Chat chat) {
        JsonNode reply = call.json("reply_parameters");
        int id = reply.path("message_id").asInt(call.number("reply_to_message_id", 0));
        boolean lost = id != 0 && chat.post(id).isEmpty();
        if (lost && !reply.path("allow_sending_without_reply").asBoolean(call.flag("allow_sending_without_reply"))) {
            throw Refusal.badRequest("message to be replied not found");
        }
        return id;
    }

    private static Content text(Call call) {
        return Content.text(FormattedText.of(call, "text", "entities"));
    }

    private Content rich(Call call) {
        return Content.rich(RichMessage.of(call, world.files()));
    }

    private Content photo(Call call) {
        Attached file = world.files().given(call, "photo");
        ObjectNode description = world.files().photo(file);
        return Content.file(Kind.PHOTO, file, description, FormattedText.of(call, "caption", "caption_entities"));
    }

    private Content document(Call call) {
        Attached file = world.files().given(call, "document");
        ObjectNode description = Files.document(file);
        return Content.file(Kind.DOCUMENT, file, description, FormattedText.of(call, "caption", "caption_entities"));
    }

    private JsonNode action(Call call) {
        Chat chat = world.chats().reachable(call);
        if (!ACTIONS.contains(call.text("action"))) {
            throw Refusal.badRequest("wrong parameter action in request");
        }
        chat.typing(call.text("action"));
        return Json.TRUE;
    }

    private JsonNode answer(Call call) {
        String text = call.text("text");
        if (text.length() > ANSWER_UNITS) {
            throw Refusal.badRequest("MESSAGE_TOO_LONG");
        }
        String id = call.text("callback_query_id");
        Presses.Press press = world.presses().take(id, world.clock().instant());
        Toast toast = new Toast(id, text, call.flag("show_alert"), world.clock().instant());
        world.chats().of(press.personId()).show(toast);
        return Json.TRUE;
    }
}
