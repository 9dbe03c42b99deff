package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panfeng.sandbox.Message.Attached;
import org.panfeng.sandbox.Message.Kind;

/**
 * What a message says, apart from who said it and when.
 *
 * @param fields the part of Telegram's message object that carries it
 */
record Content(
        Kind kind, String text, String html, @Nullable Attached file, ObjectNode fields) {

    private static final int TEXT_UNITS = 4096;
    private static final int CAPTION_UNITS = 1024;

    static Content text(FormattedText text) {
        if (text.isEmpty()) {
            throw Refusal.badRequest("message text is empty");
        }
        if (text.text().length() > TEXT_UNITS) {
            throw Refusal.badRequest("message is too long");
        }
        ObjectNode fields = Json.object().put("text", text.text());
        if (!text.entities().isEmpty()) {
            fields.set("entities", text.entitiesJson());
        }
        return new Content(Kind.TEXT, text.text(), text.html(), null, fields);
    }

    static Content rich(RichMessage rich) {
        ObjectNode fields = Json.object();
        fields.set("rich_message", rich.json());
        return new Content(Kind.RICH, rich.text(), rich.html(), null, fields);
    }

    /** A file, whose description in Telegram's form is given, and a caption that may be empty. */
    static Content file(Kind kind, Attached file, ObjectNode description, FormattedText caption) {
        return new Content(kind, "", "", file, description).captioned(caption);
    }

    /** The same file with another caption. */
    Content captioned(FormattedText caption) {
        if (caption.text().length() > CAPTION_UNITS) {
            throw Refusal.badRequest("message caption is too long");
        }
        ObjectNode captioned = fields.deepCopy().without(List.of("caption", "caption_entities"));
        if (!caption.isEmpty()) {
            captioned.put("caption", caption.text());
        }
        if (!caption.entities().isEmpty()) {
            captioned.set("caption_entities", caption.entitiesJson());
        }
        return new Content(kind, caption.text(), caption.html(), file, captioned);
    }

    boolean isText() {
        return kind == Kind.TEXT || kind == Kind.RICH;
    }

    boolean sameAs(Content other) {
        return kind == other.kind && fields.equals(other.fields);
    }
}
