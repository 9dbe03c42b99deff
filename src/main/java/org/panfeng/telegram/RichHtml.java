package org.panfeng.telegram;

import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** The HTML of rich messages: blocks are elements, a table has rows and cells and no sections. */
final class RichHtml extends InlineHtml {
    private final Map<String, String> media;

    private RichHtml(Map<String, String> media) {
        super("<br>");
        this.media = media;
    }

    /**
     * @param media the ids, within the message, of the pictures that come with it, by their names
     */
    static String of(Node document, Map<String, String> media) {
        RichHtml rich = new RichHtml(media);
        document.accept(rich);
        return rich.html.toString();
    }

    @Override
    public void visit(Heading heading) {
        element("h" + heading.getLevel(), heading);
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (Picture.isPicture(paragraph) && paragraph.getFirstChild() instanceof Image image) {
            figure(Picture.of(image));
            return;
        }
        if (!(paragraph.getParent() instanceof ListItem)) {
            element("p", paragraph);
            return;
        }
        if (paragraph.getPrevious() != null) {
            html.append("<br>");
        }
        visitChildren(paragraph);
    }

    /** "Images, videos, and audio files can be specified only as separate media blocks." */
    private void figure(Picture picture) {
        String id = media.get(picture.name());
        String words = escape(picture.description());
        html.append(
                id == null
                        ? "<p><i>" + words + "</i></p>"
                        : "<figure><img src=\"tg://photo?id=" + id + "\"/><figcaption>" + words
                                + "</figcaption></figure>");
    }

    @Override
    public void visit(BulletList list) {
        element("ul", list);
    }

    @Override
    public void visit(OrderedList list) {
        element("ol", list);
    }

    @Override
    public void visit(ListItem item) {
        element("li", item);
    }

    @Override
    public void visit(BlockQuote quote) {
        element("blockquote", quote);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        html.append("<pre>").append(escape(code.getLiteral().stripTrailing())).append("</pre>");
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        html.append("<pre>").append(escape(code.getLiteral().stripTrailing())).append("</pre>");
    }

    @Override
    public void visit(HtmlBlock block) {
        html.append("<p>").append(escape(block.getLiteral())).append("</p>");
    }

    @Override
    public void visit(ThematicBreak rule) {
        html.append("<hr>");
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock) {
            element("table", block);
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableRow) {
            element("tr", node);
        } else if (node instanceof TableCell cell) {
            element(cell.isHeader() ? "th" : "td", cell);
        } else {
            visitChildren(node);
        }
    }
}
