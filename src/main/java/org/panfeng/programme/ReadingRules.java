package org.panfeng.programme;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Reports the Markdown that cannot be shown in a chat. */
final class ReadingRules extends AbstractVisitor {
    private static final int MOST_COLUMNS = 20;
    private static final List<String> SCHEMES = List.of("https://", "http://", "mailto:", "tg://");

    private final MarkdownFile file;
    private final Set<Node> media;
    /** Once per line: where there is one tag, its closing one follows. */
    private int htmlReported;

    /**
     * @param media the pictures and links that stand where they may
     */
    ReadingRules(MarkdownFile file, Set<Node> media) {
        this.file = file;
        this.media = media;
    }

    @Override
    public void visit(HtmlBlock html) {
        html(html);
    }

    @Override
    public void visit(HtmlInline html) {
        html(html);
    }

    private void html(Node node) {
        if (htmlReported == MarkdownFile.line(node)) {
            return;
        }
        htmlReported = MarkdownFile.line(node);
        file.report(node, "HTML is not shown; write it in Markdown, and a `<` that is meant as such as `\\<`");
    }

    @Override
    public void visit(Image image) {
        if (!media.contains(image)) {
            file.report(
                    image,
                    "a picture stands in a paragraph of its own, in the reading: `![description](01-name.en.png)` and nothing else");
        }
    }

    @Override
    public void visit(Link link) {
        if (!media.contains(link) && SCHEMES.stream().noneMatch(link.getDestination()::startsWith)) {
            file.report(
                    link,
                    "the link \"" + link.getDestination() + "\" leads nowhere in a chat; write it with https://,"
                            + " or a document in a paragraph of its own, in the reading");
        }
        visitChildren(link);
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableHead && columns(node) > MOST_COLUMNS) {
            file.report(node, "the table has " + columns(node) + " columns; " + MOST_COLUMNS + " are possible");
        }
        visitChildren(node);
    }

    private static int columns(Node head) {
        int columns = 0;
        Node row = head.getFirstChild();
        for (Node cell = row == null ? null : row.getFirstChild(); cell != null; cell = cell.getNext()) {
            columns++;
        }
        return columns;
    }
}
