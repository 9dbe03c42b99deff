package org.panfeng.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.panfeng.sandbox.Markup.Element;
import org.panfeng.sandbox.Markup.Picture;
import org.panfeng.sandbox.Markup.Text;

/** Writes a rich message as HTML for a page: only the attributes that are harmless, and no picture from elsewhere. */
final class RichPage {

    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "td", Set.of("colspan", "rowspan", "align", "valign"),
            "th", Set.of("colspan", "rowspan", "align", "valign"),
            "ol", Set.of("start", "reversed"),
            "li", Set.of("value"),
            "details", Set.of("open"));

    private final StringBuilder html = new StringBuilder();

    private RichPage() {}

    static String html(List<Markup> tree) {
        RichPage page = new RichPage();
        page.write(tree);
        return page.html.toString();
    }

    private void write(List<Markup> nodes) {
        for (Markup node : nodes) {
            if (node instanceof Text text) {
                html.append(Markup.escape(text.value()));
            } else if (node instanceof Element element) {
                write(element);
            } else if (node instanceof Picture picture) {
                write(picture);
            }
        }
    }

    private void write(Element element) {
        switch (element.tag()) {
            case "br", "hr" -> html.append('<').append(element.tag()).append('>');
            case "img" ->
                html.append("<span class=\"image\">")
                        .append(Markup.escape(element.attribute("alt")))
                        .append("</span>");
            case "tg-spoiler" -> wrap("span", " class=\"spoiler\"", element);
            case "span" ->
                wrap("span", element.attribute("class").equals("tg-spoiler") ? " class=\"spoiler\"" : "", element);
            case "a" -> wrap("a", link(element.attribute("href")), element);
            default -> wrap(element.tag(), attributes(element), element);
        }
    }

    private void write(Picture picture) {
        html.append("<figure><img class=\"picture\" src=\"/sandbox/files/")
                .append(Markup.escape(picture.fileId()))
                .append("\" alt=\"")
                .append(Markup.escape(RichText.of(picture.caption())))
                .append("\">");
        if (!picture.caption().isEmpty()) {
            html.append("<figcaption>");
            write(picture.caption());
            html.append("</figcaption>");
        }
        html.append("</figure>");
    }

    private void wrap(String tag, String attributes, Element element) {
        html.append('<').append(tag).append(attributes).append('>');
        write(element.children());
        html.append("</").append(tag).append('>');
    }

    private static String link(String url) {
        return Markup.safeLink(url)
                ? " href=\"" + Markup.escape(url) + "\" target=\"_blank\" rel=\"noopener noreferrer\""
                : "";
    }

    private static String attributes(Element element) {
        StringBuilder kept = new StringBuilder();
        Set<String> harmless = ATTRIBUTES.getOrDefault(element.tag(), Set.of());
        element.attributes().forEach((name, value) -> {
            if (harmless.contains(name)) {
                kept.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(Markup.escape(value))
                        .append('"');
            }
        });
        return kept.toString();
    }
}
