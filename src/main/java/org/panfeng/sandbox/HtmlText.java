package org.panfeng.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.panfeng.sandbox.Markup.Element;
import org.panfeng.sandbox.Markup.Text;
import org.panfeng.sandbox.MarkupParser.Dialect;

/** The HTML of {@code parse_mode}, turned into a text and its entities. */
final class HtmlText {

    private static final Dialect DIALECT = new Dialect(
            Set.of(
                    "b",
                    "strong",
                    "i",
                    "em",
                    "u",
                    "ins",
                    "s",
                    "strike",
                    "del",
                    "span",
                    "tg-spoiler",
                    "a",
                    "code",
                    "pre",
                    "blockquote",
                    "tg-emoji"),
            Set.of(),
            HtmlText::refusal);

    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();

    private HtmlText() {}

    static FormattedText parse(String html) {
        HtmlText reading = new HtmlText();
        reading.read(MarkupParser.parse(html, DIALECT));
        return new FormattedText(reading.text.toString(), reading.entities);
    }

    private void read(List<Markup> nodes) {
        for (Markup node : nodes) {
            if (node instanceof Text plain) {
                text.append(plain.value());
            } else if (node instanceof Element element) {
                read(element);
            }
        }
    }

    private void read(Element element) {
        int start = text.length();
        String type = type(element);
        Optional<Element> code = type.equals("pre") ? codeOf(element) : Optional.empty();
        read(code.orElse(element).children());
        add(type, start, code.map(HtmlText::language).orElseGet(() -> extra(element, start)));
    }

    private void add(String type, int start, String extra) {
        boolean deadLink = type.equals("text_link") && extra.isEmpty();
        if (!deadLink) {
            entities.add(new Entity(type, start, text.length() - start, extra));
        }
    }

    private String extra(Element element, int start) {
        return switch (element.tag()) {
            case "a" -> element.attributes().containsKey("href") ? element.attribute("href") : text.substring(start);
            case "tg-emoji" -> element.attribute("emoji-id");
            default -> "";
        };
    }

    private static String type(Element element) {
        return switch (element.tag()) {
            case "b", "strong" -> "bold";
            case "i", "em" -> "italic";
            case "u", "ins" -> "underline";
            case "s", "strike", "del" -> "strikethrough";
            case "a" -> "text_link";
            case "tg-emoji" -> "custom_emoji";
            case "blockquote" ->
                element.attributes().containsKey("expandable") ? "expandable_blockquote" : "blockquote";
            case "span" -> spoiler(element);
            case "tg-spoiler" -> "spoiler";
            default -> element.tag();
        };
    }

    private static String spoiler(Element span) {
        if (!span.attribute("class").equals("tg-spoiler")) {
            throw refusal("Tag \"span\" must have class \"tg-spoiler\"");
        }
        return "spoiler";
    }

    /** The code element if it is all there is in the pre element: together they are one entity. */
    private static Optional<Element> codeOf(Element pre) {
        return pre.children().stream()
                .filter(child -> pre.children().size() == 1 && child instanceof Element)
                .map(Element.class::cast)
                .filter(child -> child.tag().equals("code"))
                .findFirst();
    }

    private static String language(Element code) {
        String style = code.attribute("class");
        return style.startsWith("language-") ? style.substring("language-".length()) : "";
    }

    private static Refusal refusal(String what) {
        return Refusal.badRequest("can't parse entities: " + what);
    }
}
