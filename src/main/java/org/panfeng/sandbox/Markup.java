package org.panfeng.sandbox;

import java.util.List;
import java.util.Map;

/** A piece of parsed HTML. */
sealed interface Markup {

    record Text(String value) implements Markup {}

    /** Tag and attribute names are in lower case; an attribute without a value has the empty string. */
    record Element(String tag, Map<String, String> attributes, List<Markup> children) implements Markup {

        String attribute(String name) {
            return attributes.getOrDefault(name, "");
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
