package org.panfeng.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes a formatted text as HTML for a page. Entities that overlap without nesting are cut where the outer one ends. */
final class EntityRenderer {

    private final StringBuilder html = new StringBuilder();
    private final Deque<Entity> open = new ArrayDeque<>();
    private final String text;
    private int at;

    private EntityRenderer(String text) {
        this.text = text;
    }

    static String html(FormattedText formatted) {
        EntityRenderer renderer = new EntityRenderer(formatted.text());
        formatted.entities().forEach(renderer::begin);
        renderer.writeTo(formatted.text().length());
        return renderer.html.toString();
    }

    private void begin(Entity entity) {
        writeTo(entity.offset());
        html.append(startTag(entity, text.substring(entity.offset(), entity.end())));
        int end = open.isEmpty()
                ? entity.end()
                : Math.min(entity.end(), open.getFirst().end());
        open.push(entity.within(0, end));
    }

    private void writeTo(int end) {
        while (!open.isEmpty() && open.getFirst().end() <= end) {
            Entity done = open.pop();
            write(done.end());
            html.append(endTag(done));
        }
        write(end);
    }

    private void write(int end) {
        if (end > at) {
            html.append(Markup.escape(text.substring(at, end)).replace("\n", "<br>"));
            at = end;
        }
    }

    private static String startTag(Entity entity, String words) {
        String tag = tag(entity);
        return switch (entity.type()) {
            case "text_link" -> link(entity.extra());
            case "url" -> link(words);
            case "spoiler" -> "<span class=\"spoiler\">";
            case "bot_command" -> "<span class=\"command\">";
            default -> "<" + tag + ">";
        };
    }

    private static String link(String url) {
        return Markup.safeLink(url)
                ? "<a href=\"" + Markup.escape(url) + "\" target=\"_blank\" rel=\"noopener noreferrer\">"
                : "<a>";
    }

    private static String endTag(Entity entity) {
        return "</" + tag(entity) + ">";
    }

    private static String tag(Entity entity) {
        return switch (entity.type()) {
            case "bold" -> "b";
            case "italic" -> "i";
            case "underline" -> "u";
            case "strikethrough" -> "s";
            case "text_link", "url" -> "a";
            case "code" -> "code";
            case "pre" -> "pre";
            case "blockquote", "expandable_blockquote" -> "blockquote";
            default -> "span";
        };
    }
}
