package org.panfeng.sandbox;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.panfeng.sandbox.Markup.Element;
import org.panfeng.sandbox.MarkupParser.Dialect;

/** The HTML of rich messages: which tags there are, and where they may stand. */
final class RichDialect {

    static final Set<String> BLOCKS = Set.of(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "hr",
            "ul",
            "ol",
            "li",
            "table",
            "tr",
            "caption",
            "details",
            "summary",
            "blockquote",
            "aside",
            "pre",
            "figure",
            "figcaption",
            "footer");

    private static final Set<String> INLINE = Set.of(
            "br",
            "th",
            "td",
            "a",
            "b",
            "strong",
            "i",
            "em",
            "u",
            "ins",
            "s",
            "strike",
            "del",
            "code",
            "mark",
            "sub",
            "sup",
            "span",
            "tg-spoiler",
            "img",
            "cite");
    private static final Set<String> VOIDS = Set.of("br", "hr", "img");

    private static final Map<String, Set<String>> PARENTS = Map.of(
            "li", Set.of("ul", "ol"),
            "tr", Set.of("table"),
            "td", Set.of("tr"),
            "th", Set.of("tr"),
            "caption", Set.of("table"),
            "summary", Set.of("details"),
            "figcaption", Set.of("figure"));

    private static final Dialect DIALECT = new Dialect(union(BLOCKS, INLINE), VOIDS, RichDialect::refusal);

    private RichDialect() {}

    static List<Markup> parse(String html) {
        List<Markup> tree = MarkupParser.parse(html, DIALECT);
        requirePlaces("", tree);
        return tree;
    }

    private static void requirePlaces(String parent, List<Markup> nodes) {
        for (Markup node : nodes) {
            if (node instanceof Element element) {
                Set<String> parents = PARENTS.get(element.tag());
                if (parents != null && !parents.contains(parent)) {
                    throw RichMessage.refusal("unexpected tag \"" + element.tag() + "\"");
                }
                requirePlaces(element.tag(), element.children());
            }
        }
    }

    private static Refusal refusal(String what) {
        String worded = what.replaceFirst("^Unsupported start tag", "unsupported tag");
        return RichMessage.refusal(worded.substring(0, 1).toLowerCase(Locale.ROOT) + worded.substring(1));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return Set.copyOf(all);
    }
}
