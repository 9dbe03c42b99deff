package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.panfeng.sandbox.Message.Attached;
import org.panfeng.sandbox.Message.Kind;

/** Turns what a person attaches into a message, storing the file. */
final class Luggage {

    private final Files files;

    Luggage(Files files) {
        this.files = files;
    }

    Content content(Attachment attachment) {
        if (attachment instanceof Attachment.Photo photo) {
            Attached file = files.add("photo.jpg", "image/jpeg", photo.image());
            return Content.file(Kind.PHOTO, file, files.photo(file), FormattedText.typed(photo.caption()));
        }
        if (attachment instanceof Attachment.Document document) {
            Attached file = files.add(document.name(), document.mimeType(), document.content());
            return Content.file(Kind.DOCUMENT, file, Files.document(file), FormattedText.typed(document.caption()));
        }
        return attachment instanceof Attachment.Sticker sticker
                ? sticker(sticker)
                : voice((Attachment.Voice) attachment);
    }

    private Content sticker(Attachment.Sticker sticker) {
        byte[] picture = sticker.emoji().getBytes(StandardCharsets.UTF_8);
        Attached file = files.add("sticker.webp", "image/webp", picture);
        ObjectNode fields = Json.object();
        fields.set(
                "sticker",
                Files.about(file)
                        .put("type", "regular")
                        .put("width", 512)
                        .put("height", 512)
                        .put("is_animated", false)
                        .put("is_video", false)
                        .put("emoji", sticker.emoji()));
        return new Content(Kind.STICKER, sticker.emoji(), Markup.escape(sticker.emoji()), file, fields);
    }

    private Content voice(Attachment.Voice voice) {
        Attached file = files.add("voice.ogg", "audio/ogg", "OggS".getBytes(StandardCharsets.US_ASCII));
        ObjectNode fields = Json.object();
        fields.set(
                "voice",
                Files.about(file).put("duration", voice.length().toSeconds()).put("mime_type", "audio/ogg"));
        return Content.file(Kind.VOICE, file, fields, FormattedText.typed(""));
    }
}
