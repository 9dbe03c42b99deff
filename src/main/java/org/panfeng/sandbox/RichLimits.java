package org.panfeng.sandbox;

import java.util.List;
import org.panfeng.sandbox.Markup.Element;
import org.panfeng.sandbox.Markup.Text;

/** Counts what Telegram limits in a rich message. */
final class RichLimits {

    private static final int CHARACTERS = 32_768;
    private static final int BLOCKS = 500;
    private static final int DEPTH = 16;
    private static final int MEDIA = 50;
    private static final int COLUMNS = 20;

    private int characters;
    private int blocks;
    private int media;

    private RichLimits() {}

    static void check(List<Markup> tree) {
        RichLimits limits = new RichLimits();
        limits.count(tree, 0);
        require(limits.characters <= CHARACTERS, "text is too long");
        require(limits.blocks <= BLOCKS, "too many blocks");
        require(limits.media <= MEDIA, "too many media");
    }

    private void count(List<Markup> nodes, int depth) {
        require(depth <= DEPTH, "nesting is too deep");
        for (Markup node : nodes) {
            if (node instanceof Text text) {
                characters += text.value().length();
            } else if (node instanceof Element element) {
                count(element, depth);
            }
        }
    }

    private void count(Element element, int depth) {
        blocks += RichDialect.BLOCKS.contains(element.tag()) ? 1 : 0;
        media += element.tag().equals("img") ? 1 : 0;
        require(!element.tag().equals("tr") || columns(element) <= COLUMNS, "too many table columns");
        count(element.children(), depth + 1);
    }

    private static int columns(Element row) {
        return row.children().stream()
                .filter(Element.class::isInstance)
                .map(cell -> ((Element) cell).attribute("colspan"))
                .mapToInt(span -> span.matches("[1-9]\\d?") ? Integer.parseInt(span) : 1)
                .sum();
    }

    private static void require(boolean within, String otherwise) {
        if (!within) {
            throw RichMessage.refusal(otherwise);
        }
    }
}
