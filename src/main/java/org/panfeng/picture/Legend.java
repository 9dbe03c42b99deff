package org.panfeng.picture;

import java.awt.geom.Line2D;
import org.panfeng.chat.Language;

/** What each kind of day is called, in the order of {@link Shade}. */
final class Legend {
    private static final int ROW = 48;
    private static final int RULE = 24;
    private static final int SIZE = 30;
    private static final double GAP = 12;

    private static final int ROWS = (Shade.values().length + YearSheet.COLUMNS - 1) / YearSheet.COLUMNS;

    static final int HEIGHT = RULE + (ROWS - 1) * ROW + (int) Cell.HEIGHT;

    private Legend() {}

    static void draw(Language language, int top, Pen pen) {
        double end = YearSheet.WIDTH - YearSheet.MARGIN;
        pen.line(new Line2D.Double(YearSheet.MARGIN, top, end, top), 2, Ink.FAINT_LINE);
        for (Shade shade : Shade.values()) {
            double left = YearSheet.left(shade.ordinal() % YearSheet.COLUMNS);
            double y = top + RULE + (double) (shade.ordinal() / YearSheet.COLUMNS) * ROW;
            new Cell(left, y).draw(shade, pen);
            double right = left + Cell.WIDTH + GAP;
            double room = YearSheet.COLUMN_ROOM - Cell.WIDTH - GAP;
            pen.beside(shade.name(language), right, y + Cell.HEIGHT / 2, SIZE, room, Ink.TEXT);
        }
    }
}
