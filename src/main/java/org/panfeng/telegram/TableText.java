package org.panfeng.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Text;

/** A table drawn in type of one width, in which a Chinese character is as wide as two Latin letters. */
final class TableText extends AbstractVisitor {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> toTheRight = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();

    private TableText() {}

    static String of(TableBlock table) {
        TableText text = new TableText();
        table.accept(text);
        return text.draw();
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableRow) {
            rows.add(new ArrayList<>());
        }
        cell.setLength(0);
        visitChildren(node);
        if (node instanceof TableCell tableCell) {
            rows.get(rows.size() - 1).add(cell.toString());
            if (rows.size() == 1) {
                toTheRight.add(tableCell.getAlignment() == TableCell.Alignment.RIGHT);
            }
        }
    }

    @Override
    public void visit(Text text) {
        cell.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        cell.append(code.getLiteral());
    }

    private String draw() {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < toTheRight.size(); i++) {
            int column = i;
            widths.add(rows.stream()
                    .mapToInt(row -> DisplayWidth.of(row.get(column)))
                    .max()
                    .orElse(0));
        }
        List<String> lines = rows.stream().map(row -> line(row, widths)).collect(Collectors.toList());
        lines.add(1, widths.stream().map("─"::repeat).collect(Collectors.joining(GAP)));
        return String.join("\n", lines);
    }

    private String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.size(); i++) {
            String padding = " ".repeat(widths.get(i) - DisplayWidth.of(row.get(i)));
            line.append(i == 0 ? "" : GAP).append(toTheRight.get(i) ? padding + row.get(i) : row.get(i) + padding);
        }
        return line.toString().stripTrailing();
    }
}
