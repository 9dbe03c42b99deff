package org.panfeng.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.panfeng.mailbox.Content;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.richtext.InputRichMessage;
import org.telegram.telegrambots.meta.api.objects.richtext.InputRichMessageMedia;

/** A document as a rich message with those of its pictures that can come with it. */
final class Illustrations {
    private final String markdown;
    private final Load load;
    /** In the order of their places; a picture that is shown twice is there twice. */
    private final List<Load.Item> shown;

    Illustrations(Content.Rich content, Load load) {
        this.markdown = content.markdown();
        this.load = load;
        this.shown = MarkdownHtml.pictures(markdown).stream()
                .flatMap(picture -> load.item(picture.name()).stream())
                .toList();
    }

    InputRichMessage message() {
        Map<String, String> ids = new HashMap<>();
        Map<String, InputRichMessageMedia> media = new LinkedHashMap<>();
        for (Load.Item item : shown) {
            ids.put(item.file().name(), item.label());
            media.put(item.label(), new InputRichMessageMedia(item.label(), new InputMediaPhoto(item.reference())));
        }
        return InputRichMessage.builder()
                .html(MarkdownHtml.rich(markdown, ids))
                .media(media.isEmpty() ? null : List.copyOf(media.values()))
                .build();
    }

    /** Learns the ids of what was uploaded: the answer tells of the message in blocks, and the photos among them are our pictures. */
    void learn(JsonNode answer) {
        if (load.uploads().isEmpty()) {
            return;
        }
        List<JsonNode> photos = photos(answer);
        if (photos.size() == shown.size()) {
            Iterator<Load.Item> items = shown.iterator();
            photos.forEach(photo -> load.learn(items.next(), Photos.fileId(photo)));
        } else {
            load.uploads().forEach(item -> load.learn(item, ""));
        }
    }

    private static List<JsonNode> photos(JsonNode message) {
        return StreamSupport.stream(message.path("rich_message").path("blocks").spliterator(), false)
                .filter(block -> block.path("type").asText().equals("photo"))
                .toList();
    }
}
