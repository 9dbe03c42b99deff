package org.panfeng.programme;

import java.util.List;
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
    /** Once per line: where there is one tag, its closing one follows. */
    private int htmlReported;

    ReadingRules(MarkdownFile file) {
        this.file = file;
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
        file.report(image, "pictures are not shown in a reading yet; describe it, or link to it with `[…](https://…)`");
    }

    @Override
    public void visit(Link link) {
        if (SCHEMES.stream().noneMatch(link.getDestination()::startsWith)) {
            file.report(
                    link, "the link \"" + link.getDestination() + "\" leads nowhere in a chat; write it with https://");
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
