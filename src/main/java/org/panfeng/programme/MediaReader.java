package org.panfeng.programme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;
import org.panfeng.mailbox.Attachment;

/** Finds the pictures and documents of a reading: paragraphs that consist of nothing but one, and name a file beside the lesson. */
final class MediaReader {
    private static final int MOST_PICTURES = 10;
    private static final int MOST_DOCUMENTS = 5;
    /** A little below what Telegram takes as a caption, 1,024. */
    private static final int LONGEST_CAPTION = 1_000;

    private static final Pattern ELSEWHERE = Pattern.compile("(?i)[a-z][a-z+.-]*:.*");

    private final MarkdownFile file;
    private final MediaFolder folder;
    private final List<Attachment> pictures = new ArrayList<>();
    private final List<Lesson.Document> documents = new ArrayList<>();
    private final Set<Node> nodes = new HashSet<>();
    private int picturesSeen;
    private int documentsSeen;

    MediaReader(MarkdownFile file, MediaFolder folder) {
        this.file = file;
        this.folder = folder;
    }

    /** Reads the blocks from the first to the one before the end, and reports what is wrong with the files they name. */
    void read(@Nullable Node first, @Nullable Node end) {
        for (Node block = first; block != null && block != end; block = block.getNext()) {
            Node only = block.getFirstChild();
            if (block instanceof Paragraph && only != null && only.getNext() == null) {
                read(only);
            }
        }
    }

    private void read(Node only) {
        if (only instanceof Image image) {
            nodes.add(image);
            picture(image);
        } else if (only instanceof Link link && isBeside(link.getDestination())) {
            nodes.add(link);
            document(link);
        }
    }

    /** A link that is none to somewhere else: no scheme, no folder, no place in this text. */
    private static boolean isBeside(String destination) {
        return !ELSEWHERE.matcher(destination).matches()
                && !destination.contains("/")
                && !destination.startsWith("#")
                && !destination.isEmpty();
    }

    private void picture(Image image) {
        if (++picturesSeen > MOST_PICTURES) {
            file.report(image, "this is picture " + picturesSeen + "; " + MOST_PICTURES + " are possible");
        }
        checkCaption(image, "the picture has no description; write `![what is to be seen](%s)`", "the description");
        String name = image.getDestination();
        if (!isBeside(name)) {
            file.report(
                    image,
                    "\"%s\" is no file beside the lesson; put the picture there, or link to it with `[…](https://…)`"
                            .formatted(name));
            return;
        }
        folder.picture(name, problem -> file.report(image, problem)).ifPresent(pictures::add);
    }

    private void document(Link link) {
        if (++documentsSeen > MOST_DOCUMENTS) {
            file.report(link, "this is document " + documentsSeen + "; " + MOST_DOCUMENTS + " are possible");
        }
        checkCaption(link, "the document has no title; write `[what it is](%s)`", "the title of the document");
        folder.document(link.getDestination(), problem -> file.report(link, problem + orALink(link)))
                .ifPresent(found -> documents.add(new Lesson.Document(found, PlainText.within(link))));
    }

    /** Who writes www.example.org means no document. */
    private static String orALink(Link link) {
        return link.getDestination().startsWith("www.") ? "; a link elsewhere begins with https://" : "";
    }

    private void checkCaption(Node node, String missing, String what) {
        String caption = PlainText.within(node);
        if (caption.isBlank()) {
            String name = node instanceof Image image ? image.getDestination() : ((Link) node).getDestination();
            file.report(node, missing.formatted(name));
        } else if (caption.length() > LONGEST_CAPTION) {
            file.report(
                    node, "%s has %d characters; %d are possible".formatted(what, caption.length(), LONGEST_CAPTION));
        }
    }

    List<Attachment> pictures() {
        return pictures;
    }

    List<Lesson.Document> documents() {
        return documents;
    }

    /** The pictures and links that were read here, for whoever minds those elsewhere. */
    Set<Node> nodes() {
        return nodes;
    }
}
