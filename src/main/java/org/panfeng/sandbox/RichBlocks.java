package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.panfeng.sandbox.Markup.Element;
import org.panfeng.sandbox.Markup.Picture;

/** A rich message as the Bot API tells it back: an array of blocks. A picture from elsewhere becomes a paragraph with its description. */
final class RichBlocks {

    private RichBlocks() {}

    static ArrayNode of(List<Markup> nodes) {
        ArrayNode blocks = Json.array();
        List<Markup> inline = new ArrayList<>();
        for (Markup node : nodes) {
            if (node instanceof Element element && RichDialect.BLOCKS.contains(element.tag())) {
                paragraph(inline, blocks);
                blocks.addAll(block(element));
            } else if (node instanceof Picture picture) {
                paragraph(inline, blocks);
                blocks.add(photo(picture));
            } else {
                inline.add(node);
            }
        }
        paragraph(inline, blocks);
        return blocks;
    }

    private static void paragraph(List<Markup> inline, ArrayNode blocks) {
        if (!RichText.of(inline).isBlank()) {
            blocks.add(textBlock("paragraph", inline));
        }
        inline.clear();
    }

    private static ObjectNode photo(Picture picture) {
        ObjectNode block = Json.object().put("type", "photo");
        block.set("photo", picture.sizes());
        if (!picture.caption().isEmpty()) {
            block.putObject("caption").set("text", RichStyles.json(picture.caption()));
        }
        return block;
    }

    private static List<? extends JsonNode> block(Element element) {
        List<Markup> content = element.children();
        return switch (element.tag()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                List.of(textBlock("heading", content).put("size", element.tag().charAt(1) - '0'));
            case "hr" -> List.of(Json.object().put("type", "divider"));
            case "pre" -> List.of(textBlock("pre", content));
            case "footer" -> List.of(textBlock("footer", content));
            case "aside" -> List.of(textBlock("pullquote", content));
            case "blockquote" -> List.of(Json.object().put("type", "blockquote").set("blocks", of(content)));
            case "ul", "ol" -> List.of(list(element));
            case "table" -> List.of(table(element));
            case "details" -> List.of(details(element));
            case "figure" -> List.copyOf(toList(of(content)));
            default -> List.of(textBlock("paragraph", content));
        };
    }

    private static List<JsonNode> toList(ArrayNode blocks) {
        List<JsonNode> list = new ArrayList<>();
        blocks.forEach(list::add);
        return list;
    }

    private static ObjectNode list(Element list) {
        ObjectNode block = Json.object().put("type", "list");
        ArrayNode items = block.putArray("items");
        for (Element item : elements(list, "li")) {
            String label = list.tag().equals("ol") ? (items.size() + 1) + "." : "•";
            items.addObject().put("label", label).set("blocks", of(item.children()));
        }
        return block;
    }

    private static ObjectNode table(Element table) {
        ObjectNode block = Json.object().put("type", "table");
        ArrayNode rows = block.putArray("cells");
        for (Element row : elements(table, "tr")) {
            ArrayNode cells = rows.addArray();
            for (Markup child : row.children()) {
                if (child instanceof Element cell) {
                    cells.addObject()
                            .put("is_header", cell.tag().equals("th"))
                            .put("align", cell.attributes().getOrDefault("align", "left"))
                            .put("valign", "middle")
                            .set("text", RichStyles.json(cell.children()));
                }
            }
        }
        for (Element caption : elements(table, "caption")) {
            block.set("caption", RichStyles.json(caption.children()));
        }
        return block;
    }

    private static ObjectNode details(Element details) {
        ObjectNode block = Json.object()
                .put("type", "details")
                .put("is_open", details.attributes().containsKey("open"));
        block.set("summary", RichStyles.json(List.of()));
        for (Element summary : elements(details, "summary")) {
            block.set("summary", RichStyles.json(summary.children()));
        }
        Predicate<Markup> summary = node -> node instanceof Element e && e.tag().equals("summary");
        return block.set(
                "blocks",
                of(details.children().stream().filter(summary.negate()).toList()));
    }

    private static ObjectNode textBlock(String type, List<Markup> content) {
        return Json.object().put("type", type).set("text", RichStyles.json(content));
    }

    private static List<Element> elements(Element parent, String tag) {
        List<Element> found = new ArrayList<>();
        for (Markup child : parent.children()) {
            if (child instanceof Element element && element.tag().equals(tag)) {
                found.add(element);
            }
        }
        return found;
    }
}
