package org.panfeng.programme;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of a piece of Markdown, for buttons and prompts that hold no mark-up: a line per paragraph, a bullet per list item. */
final class PlainText extends AbstractVisitor {
    private final StringBuilder words = new StringBuilder();

    private PlainText() {}

    static String of(Node node) {
        PlainText text = new PlainText();
        node.accept(text);
        return text.words.toString().strip();
    }

    /** The words inside a node, where the node itself would say more: a link also says where it leads. */
    static String within(Node node) {
        PlainText text = new PlainText();
        text.visitChildren(node);
        return text.words.toString().strip();
    }

    @Override
    public void visit(Text text) {
        words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        words.append(code.getLiteral());
    }

    @Override
    public void visit(Link link) {
        int start = words.length();
        visitChildren(link);
        if (!words.substring(start).equals(link.getDestination())) {
            words.append(" (").append(link.getDestination()).append(')');
        }
    }

    /** Chinese is written without spaces, so a line that goes on in the next one needs a space only between other letters. */
    @Override
    public void visit(SoftLineBreak lineBreak) {
        boolean ideograph = words.length() > 0 && words.charAt(words.length() - 1) >= '\u2E80';
        words.append(ideograph ? "" : " ");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        words.append('\n');
    }

    @Override
    public void visit(ListItem item) {
        words.append("• ");
        visitChildren(item);
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        words.append('\n');
    }
}
