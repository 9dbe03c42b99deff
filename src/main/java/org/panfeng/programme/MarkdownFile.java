package org.panfeng.programme;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** A Markdown text whose blocks know their lines. */
final class MarkdownFile {
    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private final TextFile file;
    private final List<Finding> findings;
    private final List<String> lines;
    private final Node document;

    MarkdownFile(TextFile file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
        this.lines = file.lines();
        this.document = PARSER.parse(file.text());
    }

    Node document() {
        return document;
    }

    /** The number of lines, which is the number of the last one. */
    int length() {
        return lines.size();
    }

    /** The text between two lines, both left out. */
    String between(int after, int before) {
        return String.join("\n", lines.subList(after, Math.max(after, before - 1)))
                .strip();
    }

    List<String> linesOf(Node block) {
        return lines.subList(line(block) - 1, lastLine(block)).stream()
                .map(String::strip)
                .toList();
    }

    void report(Node node, String problem) {
        report(line(node), problem);
    }

    void report(int line, String problem) {
        findings.add(file.finding(line, problem));
    }

    /** The first line of a node, from 1. */
    static int line(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.get(0).getLineIndex() + 1;
    }

    static int lastLine(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.get(spans.size() - 1).getLineIndex() + 1;
    }
}
