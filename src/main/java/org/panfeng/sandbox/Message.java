package org.panfeng.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as a person sees it in the chat with the bot.
 *
 * @param text what can be read, without formatting; of a photo or a document its caption
 * @param html the same with formatting, safe to put into a page: only known tags, everything else escaped
 * @param keyboard the rows of buttons below it, empty if there are none
 * @param editedAt when the bot or the person last changed it
 * @param silent whether it came without a sound
 */
public record Message(
        int id,
        boolean fromBot,
        Kind kind,
        String text,
        String html,
        @Nullable Attached file,
        List<List<Button>> keyboard,
        Instant sentAt,
        @Nullable Instant editedAt,
        boolean silent) {

    public enum Kind {
        TEXT,
        RICH,
        PHOTO,
        DOCUMENT,
        STICKER,
        VOICE
    }

    /** A button below a message; exactly one of data and url is there. */
    public record Button(
            String label, @Nullable String data, @Nullable String url) {}

    /** A file that came with the message; the size is in bytes. */
    public record Attached(String fileId, String name, String mimeType, long size) {}

    public Message {
        keyboard = keyboard.stream().map(List::copyOf).toList();
    }

    /** The buttons in reading order. */
    public List<Button> buttons() {
        return keyboard.stream().flatMap(List::stream).toList();
    }

    /** The first button with exactly this label, else the first that begins with it. */
    public Optional<Button> button(String label) {
        Optional<Button> exact =
                buttons().stream().filter(b -> b.label().equals(label)).findFirst();
        return exact.or(() ->
                buttons().stream().filter(b -> b.label().startsWith(label)).findFirst());
    }
}
