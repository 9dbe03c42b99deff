package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.panfeng.sandbox.Markup.Element;

/** Reads a rich message that a bot gives as blocks. Media, maps and formulas are refused: the stand-in has none of them. */
final class BlocksReader {

    private BlocksReader() {}

    static List<Markup> read(JsonNode blocks) {
        return each(blocks, BlocksReader::block);
    }

    private static Markup block(JsonNode block) {
        String type = block.path("type").asText();
        List<Markup> text = RichStyles.read(block.path("text"));
        return switch (type) {
            case "paragraph" -> element("p", text);
            case "heading" ->
                element("h" + Math.min(6, Math.max(1, block.path("size").asInt(1))), text);
            case "pre" -> element("pre", text);
            case "footer" -> element("footer", text);
            case "pullquote" -> element("aside", text);
            case "divider" -> element("hr", List.of());
            case "blockquote" -> element("blockquote", read(block.path("blocks")));
            case "list" -> list(block.path("items"));
            case "table" -> table(block);
            case "details" -> details(block);
            default -> throw RichMessage.refusal("unsupported block type \"" + type + "\"");
        };
    }

    private static Element list(JsonNode items) {
        boolean numbered = items.path(0).hasNonNull("value")
                || items.path(0).path("label").asText().matches("\\d+\\.");
        return element(numbered ? "ol" : "ul", each(items, item -> element("li", read(item.path("blocks")))));
    }

    private static Element table(JsonNode block) {
        List<Markup> content = new ArrayList<>();
        if (block.hasNonNull("caption")) {
            content.add(element("caption", RichStyles.read(block.path("caption"))));
        }
        content.addAll(each(block.path("cells"), row -> element("tr", each(row, BlocksReader::cell))));
        return element("table", content);
    }

    private static Element cell(JsonNode cell) {
        Map<String, String> attributes = cell.path("colspan").isInt()
                ? Map.of("colspan", cell.path("colspan").asText())
                : Map.of();
        String tag = cell.path("is_header").asBoolean() ? "th" : "td";
        return new Element(tag, attributes, RichStyles.read(cell.path("text")));
    }

    private static Element details(JsonNode block) {
        List<Markup> content = new ArrayList<>();
        content.add(element("summary", RichStyles.read(block.path("summary"))));
        content.addAll(read(block.path("blocks")));
        return new Element("details", block.path("is_open").asBoolean() ? Map.of("open", "") : Map.of(), content);
    }

    private static List<Markup> each(JsonNode array, Function<JsonNode, Markup> reading) {
        List<Markup> nodes = new ArrayList<>();
        array.forEach(node -> nodes.add(reading.apply(node)));
        return nodes;
    }

    private static Element element(String tag, List<Markup> children) {
        return new Element(tag, Map.of(), children);
    }
}
