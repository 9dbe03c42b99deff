package org.panfeng.telegram;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** What both dialects write alike: the text within a block. HTML in the Markdown is shown as the characters that it is. */
abstract class InlineHtml extends AbstractVisitor {
    /** Stands for the file that a link within the text leads to; the file itself is a message of its own. */
    private static final String FILE = "📎 ";

    private static final Pattern FILE_NAME = Pattern.compile("[\\w.-]+");

    private static final List<String> SCHEMES = List.of("https://", "http://", "mailto:", "tg://");

    protected final StringBuilder html = new StringBuilder();
    private final String lineBreak;
    /** Telegram allows code within no other entity. */
    private int entities;

    InlineHtml(String lineBreak) {
        this.lineBreak = lineBreak;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    protected void element(String tag, Node node) {
        html.append('<').append(tag).append('>');
        visitChildren(node);
        html.append("</").append(tag).append('>');
    }

    private void entity(String tag, Node node) {
        entities++;
        element(tag, node);
        entities--;
    }

    @Override
    public void visit(Text text) {
        html.append(escape(text.getLiteral()));
    }

    @Override
    public void visit(HtmlInline inline) {
        html.append(escape(inline.getLiteral()));
    }

    @Override
    public void visit(Code code) {
        String literal = escape(code.getLiteral());
        html.append(entities > 0 ? literal : "<code>" + literal + "</code>");
    }

    @Override
    public void visit(Emphasis emphasis) {
        entity("i", emphasis);
    }

    @Override
    public void visit(StrongEmphasis strong) {
        entity("b", strong);
    }

    /** Bold type that Markdown does not ask for. */
    protected void bold(Node node) {
        entity("b", node);
    }

    @Override
    public void visit(Link link) {
        String target = link.getDestination();
        if (SCHEMES.stream().noneMatch(target::startsWith)) {
            html.append(FILE_NAME.matcher(target).matches() ? FILE : "");
            visitChildren(link);
            return;
        }
        entities++;
        html.append("<a href=\"").append(escape(target).replace("\"", "&quot;")).append("\">");
        visitChildren(link);
        html.append("</a>");
        entities--;
    }

    /** Where the picture itself cannot stand, what it shows is told. */
    @Override
    public void visit(Image image) {
        html.append("<i>").append(escape(Picture.of(image).description())).append("</i>");
    }

    /** Chinese is written without spaces, so a line that goes on in the next one needs a space only between other letters. */
    @Override
    public void visit(SoftLineBreak softBreak) {
        boolean ideograph = html.length() > 0 && html.charAt(html.length() - 1) >= '\u2E80';
        html.append(ideograph ? "" : " ");
    }

    @Override
    public void visit(HardLineBreak hardBreak) {
        html.append(lineBreak);
    }
}
