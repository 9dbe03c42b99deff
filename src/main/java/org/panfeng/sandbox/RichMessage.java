package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A rich message in the three forms in which it is needed: as a person reads it, as a page shows it, as the Bot API tells it.
 * However a bot gave it (HTML, Markdown or blocks), it is read into one tree first.
 */
record RichMessage(String text, String html, ObjectNode json) {

    static RichMessage of(Call call, Files files) {
        List<Markup> parsed = tree(call.json("rich_message"));
        RichLimits.check(parsed);
        List<Markup> tree = RichMedia.of(call, files).place(parsed);
        String text = RichText.of(tree);
        if (text.isBlank()) {
            throw refusal("message must be non-empty");
        }
        ObjectNode json = Json.object();
        json.set("blocks", RichBlocks.of(tree));
        return new RichMessage(text, RichPage.html(tree), json);
    }

    private static List<Markup> tree(JsonNode input) {
        boolean html = input.hasNonNull("html");
        boolean markdown = input.hasNonNull("markdown");
        boolean blocks = input.hasNonNull("blocks");
        if ((html ? 1 : 0) + (markdown ? 1 : 0) + (blocks ? 1 : 0) != 1) {
            throw refusal("exactly one of html, markdown and blocks must be given");
        }
        if (blocks) {
            return BlocksReader.read(input.path("blocks"));
        }
        return html
                ? RichDialect.parse(input.path("html").asText())
                : markdown(input.path("markdown").asText());
    }

    private static List<Markup> markdown(String markdown) {
        var tables = List.of(TablesExtension.create());
        String html = HtmlRenderer.builder()
                .extensions(tables)
                .escapeHtml(true)
                .build()
                .render(Parser.builder().extensions(tables).build().parse(markdown));
        return RichDialect.parse(html.replaceAll("</?(thead|tbody)>", "").replaceAll("<p>(<img [^>]*>)</p>", "$1"));
    }

    static Refusal refusal(String what) {
        return Refusal.badRequest("can't parse rich message: " + what);
    }
}
