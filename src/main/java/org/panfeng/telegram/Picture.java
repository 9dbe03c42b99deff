package org.panfeng.telegram;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/**
 * A picture in a document: a paragraph of its own that names it.
 *
 * @param name of the attachment
 * @param description in plain words
 */
record Picture(String name, String description) {

    /** The pictures of a document, in order. */
    static List<Picture> in(Node document) {
        List<Picture> pictures = new ArrayList<>();
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (isPicture(block) && block.getFirstChild() instanceof Image image) {
                pictures.add(of(image));
            }
        }
        return pictures;
    }

    static boolean isPicture(Node block) {
        Node only = block.getFirstChild();
        return block instanceof Paragraph
                && block.getParent() instanceof Document
                && only instanceof Image
                && only.getNext() == null;
    }

    static Picture of(Image image) {
        Words words = new Words();
        words.visit(image);
        return new Picture(image.getDestination(), words.text.toString());
    }

    private static final class Words extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text literal) {
            text.append(literal.getLiteral());
        }

        @Override
        public void visit(Code code) {
            text.append(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            text.append(' ');
        }
    }
}
