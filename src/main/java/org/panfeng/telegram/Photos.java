package org.panfeng.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.stream.StreamSupport;

/** A photo as Telegram tells of it: the same picture in several sizes. */
final class Photos {
    private Photos() {}

    /**
     * The id of the largest size, which stands for all of them; empty if there is none.
     *
     * @param told a message or a block with a photo
     */
    static String fileId(JsonNode told) {
        return StreamSupport.stream(told.path("photo").spliterator(), false)
                .max(Comparator.comparingLong(size ->
                        size.path("width").asLong() * size.path("height").asLong()))
                .map(size -> size.path("file_id").asText(""))
                .orElse("");
    }
}
