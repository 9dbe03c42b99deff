package org.panfeng.telegram;

import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** Markdown (CommonMark with tables) in the two dialects of HTML that Telegram's Bot API takes. */
public final class MarkdownHtml {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    /** A sixty-fourth of a page stays free, in case Telegram counts a character that we do not. */
    private static final int MARGIN = 64;

    private MarkdownHtml() {}

    /** HTML for a rich message, with headings, lists and tables as such. */
    public static String rich(String markdown) {
        return rich(markdown, Map.of());
    }

    /**
     * The same with pictures.
     *
     * @param media the ids, within the message, of the pictures that come with it, by the names that the Markdown gives them; in place of
     *     another picture stands its description
     */
    static String rich(String markdown, Map<String, String> media) {
        return RichHtml.of(PARSER.parse(markdown), media);
    }

    static List<Picture> pictures(String markdown) {
        return Picture.in(PARSER.parse(markdown));
    }

    /**
     * HTML for plain messages, where there is no rich one: headings in bold, lists with bullets, tables in type of one width.
     *
     * @param limit UTF-16 units that a message may have once its entities are parsed; Telegram's is 4096
     * @return the messages in order, each with every tag closed, cut between blocks where that is possible
     */
    public static List<String> pages(String markdown, int limit) {
        Node document = PARSER.parse(markdown);
        return HtmlPages.of(ClassicHtml.blocks(document), limit - limit / MARGIN);
    }
}
