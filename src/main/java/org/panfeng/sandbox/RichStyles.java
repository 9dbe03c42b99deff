package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.panfeng.sandbox.Markup.Element;
import org.panfeng.sandbox.Markup.Text;

/** The styled text inside a block: a string, an array of parts, or an object that gives its text a style. Both ways. */
final class RichStyles {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("b", "bold"),
            Map.entry("strong", "bold"),
            Map.entry("i", "italic"),
            Map.entry("em", "italic"),
            Map.entry("cite", "italic"),
            Map.entry("u", "underline"),
            Map.entry("ins", "underline"),
            Map.entry("s", "strikethrough"),
            Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"),
            Map.entry("tg-spoiler", "spoiler"),
            Map.entry("code", "code"),
            Map.entry("mark", "marked"),
            Map.entry("sub", "subscript"),
            Map.entry("sup", "superscript"),
            Map.entry("a", "url"));

    private static final Map<String, String> TAGS = Map.of(
            "bold", "b",
            "italic", "i",
            "underline", "u",
            "strikethrough", "s",
            "spoiler", "tg-spoiler",
            "code", "code",
            "marked", "mark",
            "subscript", "sub",
            "superscript", "sup",
            "url", "a");

    private RichStyles() {}

    static JsonNode json(List<Markup> nodes) {
        ArrayNode parts = Json.array();
        nodes.forEach(node -> parts.add(json(node)));
        return switch (parts.size()) {
            case 0 -> TextNode.valueOf("");
            case 1 -> parts.get(0);
            default -> parts;
        };
    }

    private static JsonNode json(Markup node) {
        if (node instanceof Text text) {
            return TextNode.valueOf(text.value());
        }
        Element element = (Element) node;
        String type = TYPES.get(element.tag());
        if (type == null) {
            return other(element);
        }
        var styled = Json.object().put("type", type);
        if (type.equals("url")) {
            styled.put("url", element.attribute("href"));
        }
        return styled.set("text", json(element.children()));
    }

    private static JsonNode other(Element element) {
        return switch (element.tag()) {
            case "br" -> TextNode.valueOf("\n");
            case "img" -> TextNode.valueOf(element.attribute("alt"));
            default -> json(element.children());
        };
    }

    static List<Markup> read(JsonNode text) {
        List<Markup> nodes = new ArrayList<>();
        if (text.isTextual()) {
            nodes.add(new Text(text.asText()));
        } else if (text.isArray()) {
            text.forEach(part -> nodes.addAll(read(part)));
        } else if (text.isObject()) {
            String tag = TAGS.getOrDefault(text.path("type").asText(), "span");
            Map<String, String> attributes =
                    tag.equals("a") ? Map.of("href", text.path("url").asText()) : Map.of();
            nodes.add(new Element(tag, attributes, read(text.path("text"))));
        }
        return nodes;
    }
}
