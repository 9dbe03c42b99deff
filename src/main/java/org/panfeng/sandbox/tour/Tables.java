package org.panfeng.sandbox.tour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the tables in the plain text of a rich message, where cells stand side by side, and aligns their columns. */
final class Tables {
    private static final String BETWEEN = "  ";

    private Tables() {}

    /** The lines of a message, no wider than this as far as tables are concerned. */
    static List<String> aligned(String text, int width) {
        List<String> lines = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String[] cells = line.split("\\s\\|(?:\\s|$)", -1);
            boolean goesOn = cells.length > 1 && (rows.isEmpty() || rows.get(0).length == cells.length);
            if (!goesOn) {
                flush(rows, lines, width);
            }
            if (cells.length > 1) {
                rows.add(cells);
            } else {
                lines.add(line);
            }
        }
        flush(rows, lines, width);
        return lines;
    }

    private static void flush(List<String[]> rows, List<String> lines, int width) {
        if (rows.isEmpty()) {
            return;
        }
        int[] widths = widths(rows, width);
        for (int number = 0; number < rows.size(); number++) {
            lines.add(line(rows, number, widths));
            if (number == 0) {
                lines.add("─".repeat(Arrays.stream(widths).sum() + BETWEEN.length() * (widths.length - 1)));
            }
        }
        rows.clear();
    }

    private static int[] widths(List<String[]> rows, int width) {
        int columns = rows.get(0).length;
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> Columns.width(row[column]))
                        .max()
                        .orElse(0))
                .toArray();
        int room = width - BETWEEN.length() * (columns - 1);
        int tooMuch = Arrays.stream(widths).sum() - room;
        if (tooMuch > 0) {
            int widest = IntStream.range(0, columns)
                    .boxed()
                    .max(Comparator.comparing(column -> widths[column]))
                    .orElseThrow();
            widths[widest] = Math.max(8, widths[widest] - tooMuch);
        }
        return widths;
    }

    private static String line(List<String[]> rows, int number, int[] widths) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < widths.length; column++) {
            String cell = Columns.cut(rows.get(number)[column], widths[column]);
            cells.add(
                    isNumeric(rows, column)
                            ? Columns.rightAligned(cell, widths[column])
                            : Columns.padded(cell, widths[column]));
        }
        return String.join(BETWEEN, cells).stripTrailing();
    }

    private static boolean isNumeric(List<String[]> rows, int column) {
        return rows.stream().skip(1).allMatch(row -> row[column].matches("\\d+"));
    }
}
