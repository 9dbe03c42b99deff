package org.panfeng.telegram;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** The HTML of plain messages, in which only type styles, code, links and block quotes exist: the rest is drawn with characters. */
final class ClassicHtml extends InlineHtml {
    private static final String INDENT = "   ";

    private int quotes;
    private int lists;

    private ClassicHtml() {
        super("\n");
    }

    /** The blocks of a document, each complete in itself; a heading is one block with what follows it. */
    static List<String> blocks(Node document) {
        List<String> blocks = new ArrayList<>();
        boolean underHeading = false;
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            String html = block(block);
            if (underHeading) {
                html = blocks.remove(blocks.size() - 1) + "\n\n" + html;
            }
            if (!html.isBlank()) {
                blocks.add(html);
            }
            underHeading = block instanceof Heading && !html.isBlank();
        }
        return blocks;
    }

    private static String block(Node block) {
        ClassicHtml classic = new ClassicHtml();
        block.accept(classic);
        return classic.html.toString().strip();
    }

    @Override
    public void visit(Heading heading) {
        startLine();
        bold(heading);
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (!(paragraph.getParent() instanceof ListItem) || paragraph.getPrevious() != null) {
            startLine();
        }
        visitChildren(paragraph);
    }

    @Override
    public void visit(BulletList list) {
        lists++;
        visitChildren(list);
        lists--;
    }

    @Override
    public void visit(OrderedList list) {
        lists++;
        visitChildren(list);
        lists--;
    }

    @Override
    public void visit(ListItem item) {
        startLine();
        html.append(INDENT.repeat(lists - 1)).append(mark(item)).append(' ');
        visitChildren(item);
    }

    private static String mark(ListItem item) {
        if (!(item.getParent() instanceof OrderedList list)) {
            return "•";
        }
        Integer start = list.getMarkerStartNumber();
        int number = start == null ? 1 : start;
        for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
            number++;
        }
        return number + ".";
    }

    /** Telegram refuses a quote within a quote, so only the outermost one is marked. */
    @Override
    public void visit(BlockQuote quote) {
        startLine();
        quotes++;
        if (quotes == 1) {
            element("blockquote", quote);
        } else {
            visitChildren(quote);
        }
        quotes--;
    }

    @Override
    public void visit(FencedCodeBlock code) {
        pre(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        pre(code.getLiteral());
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            pre(TableText.of(table));
        }
    }

    private void pre(String text) {
        startLine();
        html.append("<pre>").append(escape(text.stripTrailing())).append("</pre>");
    }

    @Override
    public void visit(HtmlBlock block) {
        startLine();
        html.append(escape(block.getLiteral()));
    }

    @Override
    public void visit(ThematicBreak rule) {
        startLine();
        html.append("———");
    }

    private void startLine() {
        boolean begun = html.length() > 0 && html.charAt(html.length() - 1) != '\n';
        if (begun && !endsWith("<blockquote>")) {
            html.append('\n');
        }
    }

    private boolean endsWith(String tag) {
        return html.length() >= tag.length()
                && html.substring(html.length() - tag.length()).equals(tag);
    }
}
