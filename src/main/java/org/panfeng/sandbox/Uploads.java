package org.panfeng.sandbox;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Files that somebody at the page sends: a picture as a picture, everything else as a document. */
final class Uploads {

    /** A bot cannot fetch more than this, so it is pointless to send it more. */
    private static final int MOST_BYTES = 20 << 20;

    /** A larger picture goes as a document, as with Telegram. */
    private static final int LARGEST_PHOTO = 10 << 20;

    private static final int CAPTION_UNITS = 1024;

    private final Messenger messenger;

    Uploads(Messenger messenger) {
        this.messenger = messenger;
    }

    /**
     * The body is the file; the query says {@code name}, {@code type} and {@code caption}.
     *
     * @return the message's id
     */
    int take(long personId, Context ctx) {
        String name = query(ctx, "name").replaceAll("[\\p{Cntrl}/\\\\]", "_");
        String caption = query(ctx, "caption");
        byte[] content = content(ctx);
        if (name.isBlank() || content.length == 0 || caption.length() > CAPTION_UNITS) {
            throw new IllegalArgumentException("A file has a name and at least one byte, and a caption of at most "
                    + CAPTION_UNITS + " characters");
        }
        boolean isPhoto =
                content.length <= LARGEST_PHOTO && ImageSize.of(content).isPresent();
        return messenger.sends(
                personId,
                isPhoto
                        ? new Attachment.Photo(content, caption)
                        : new Attachment.Document(name, type(ctx), content, caption));
    }

    private static byte[] content(Context ctx) {
        try {
            byte[] content = ctx.bodyInputStream().readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw new IllegalArgumentException("A file has at most " + (MOST_BYTES >> 20) + " MB");
            }
            return content;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String type(Context ctx) {
        String type = query(ctx, "type");
        return type.matches("[\\w.+-]{1,60}/[\\w.+-]{1,100}") ? type : "application/octet-stream";
    }

    private static String query(Context ctx, String key) {
        String value = ctx.queryParam(key);
        return value == null ? "" : value;
    }
}
