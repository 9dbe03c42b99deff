package org.panfeng.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.panfeng.sandbox.Markup.Element;
import org.panfeng.sandbox.Markup.Text;

/** Reads the HTML that Telegram accepts, as strictly as Telegram does: every tag known, closed, and in order. */
final class MarkupParser {

    /** Which tags there are, which of them have no content, and how a mistake is worded. */
    record Dialect(Set<String> tags, Set<String> voids, Function<String, Refusal> refusal) {}

    private record Open(String tag, Map<String, String> attributes, int at, List<Markup> children) {}

    private final String html;
    private final Dialect dialect;
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    private MarkupParser(String html, Dialect dialect) {
        this.html = html;
        this.dialect = dialect;
    }

    static List<Markup> parse(String html, Dialect dialect) {
        return new MarkupParser(html, dialect).parse();
    }

    private List<Markup> parse() {
        Open root = new Open("", Map.of(), 0, new ArrayList<>());
        open.push(root);
        while (at < html.length()) {
            if (html.charAt(at) != '<') {
                text();
            } else if (html.startsWith("</", at)) {
                endTag();
            } else {
                startTag();
            }
        }
        if (open.size() > 1) {
            throw refusal("Can't find end tag corresponding to start tag \"" + inner().tag() + "\"");
        }
        return root.children();
    }

    private void text() {
        int end = html.indexOf('<', at);
        end = end < 0 ? html.length() : end;
        inner().children().add(new Text(CharacterReferences.decode(html.substring(at, end))));
        at = end;
    }

    private void startTag() {
        int start = at++;
        String tag = name();
        if (!dialect.tags().contains(tag)) {
            throw refusal("Unsupported start tag \"" + tag + "\" at byte offset " + bytes(start));
        }
        Map<String, String> attributes = attributes(start);
        if (dialect.voids().contains(tag)) {
            inner().children().add(new Element(tag, attributes, List.of()));
        } else {
            open.push(new Open(tag, attributes, start, new ArrayList<>()));
        }
    }

    private void endTag() {
        int start = at;
        at += 2;
        String tag = name();
        skipSpaces();
        if (peek() != '>') {
            throw refusal("Unclosed end tag at byte offset " + bytes(start));
        }
        at++;
        if (open.size() == 1) {
            throw refusal("Unexpected end tag at byte offset " + bytes(start));
        }
        Open ended = open.pop();
        if (!ended.tag().equals(tag)) {
            throw refusal("Unmatched end tag at byte offset " + bytes(start) + ", expected \"</" + ended.tag()
                    + ">\", found \"</" + tag + ">\"");
        }
        inner().children().add(new Element(tag, ended.attributes(), ended.children()));
    }

    private Map<String, String> attributes(int start) {
        Map<String, String> attributes = new LinkedHashMap<>();
        while (true) {
            skipSpaces();
            char next = peek();
            if (next == 0) {
                throw refusal("Unclosed start tag at byte offset " + bytes(start));
            } else if (next == '>') {
                at++;
                return attributes;
            } else if (next == '/') {
                at++;
            } else {
                attribute(start, attributes);
            }
        }
    }

    private void attribute(int start, Map<String, String> attributes) {
        String name = name();
        if (name.isEmpty()) {
            throw refusal("Empty attribute name in the tag at byte offset " + bytes(start));
        }
        skipSpaces();
        String value = "";
        if (peek() == '=') {
            at++;
            skipSpaces();
            value = value(start);
        }
        attributes.put(name, CharacterReferences.decode(value));
    }

    private String value(int start) {
        char quote = peek();
        if (quote != '"' && quote != '\'') {
            return upTo(" \t\r\n>");
        }
        int end = html.indexOf(quote, at + 1);
        if (end < 0) {
            throw refusal("Unclosed start tag at byte offset " + bytes(start));
        }
        String value = html.substring(at + 1, end);
        at = end + 1;
        return value;
    }

    private String name() {
        return upTo(" \t\r\n>/=<\"'").toLowerCase(Locale.ROOT);
    }

    private String upTo(String stops) {
        int start = at;
        while (at < html.length() && stops.indexOf(html.charAt(at)) < 0) {
            at++;
        }
        return html.substring(start, at);
    }

    private void skipSpaces() {
        while (Character.isWhitespace(peek())) {
            at++;
        }
    }

    private char peek() {
        return at < html.length() ? html.charAt(at) : 0;
    }

    private Open inner() {
        return open.getFirst();
    }

    private int bytes(int offset) {
        return html.substring(0, offset).getBytes(StandardCharsets.UTF_8).length;
    }

    private Refusal refusal(String what) {
        return dialect.refusal().apply(what);
    }
}
