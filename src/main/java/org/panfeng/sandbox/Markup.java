package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A piece of a message that is more than text. */
sealed interface Markup {

    record Text(String value) implements Markup {}

    /** Tag and attribute names are in lower case; an attribute without a value has the empty string. */
    record Element(String tag, Map<String, String> attributes, List<Markup> children) implements Markup {

        String attribute(String name) {
            return attributes.getOrDefault(name, "");
        }
    }

    /**
     * A picture of a rich message in its place.
     *
     * @param sizes as the Bot API tells them
     */
    record Picture(String fileId, JsonNode sizes, List<Markup> caption) implements Markup {

        Picture captioned(List<Markup> words) {
            return new Picture(fileId, sizes, words);
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Whether a link may be followed from a page: nothing that runs code. */
    static boolean safeLink(String url) {
        return url.matches("(?i)(https?|tg|mailto|tel):.*");
    }
}
