package org.panfeng.sandbox;

import java.util.List;
import java.util.Set;
import org.panfeng.sandbox.Markup.Element;
import org.panfeng.sandbox.Markup.Picture;
import org.panfeng.sandbox.Markup.Text;

/** A rich message as it would be read aloud: a line for each block, cells side by side, list items with their mark, pictures by their caption. */
final class RichText {

    private static final Set<String> NO_LINE = Set.of("ul", "ol", "table", "details", "figure");

    private static final Set<String> NO_WORDS = Set.of("ul", "ol", "table", "tr");

    private final StringBuilder text = new StringBuilder();

    private RichText() {}

    static String of(List<Markup> tree) {
        RichText reading = new RichText();
        reading.read(tree, "");
        return reading.text.toString().replaceAll("[ \\t]*\\n\\s*", "\n").strip();
    }

    private void read(List<Markup> nodes, String parent) {
        int item = 0;
        for (Markup node : nodes) {
            if (node instanceof Text plain) {
                append(plain.value(), parent);
            } else if (node instanceof Element element) {
                read(element, parent, ++item);
            } else if (node instanceof Picture picture) {
                text.append("\n🖼 ");
                read(picture.caption(), "");
                text.append('\n');
            }
        }
    }

    private void append(String words, String parent) {
        boolean layout = words.isBlank() && NO_WORDS.contains(parent);
        if (!layout) {
            text.append(parent.equals("pre") ? words : words.replaceAll("\\s+", " "));
        }
    }

    private void read(Element element, String parent, int item) {
        boolean ownLine = RichDialect.BLOCKS.contains(element.tag()) && !NO_LINE.contains(element.tag());
        switch (element.tag()) {
            case "br" -> text.append('\n');
            case "img" -> text.append(element.attribute("alt"));
            case "td", "th" -> text.append(item > 1 ? " | " : "");
            case "li" -> text.append('\n').append(parent.equals("ol") ? item + ". " : "• ");
            default -> text.append(ownLine ? "\n" : "");
        }
        read(element.children(), element.tag());
        text.append(ownLine ? "\n" : "");
    }
}
