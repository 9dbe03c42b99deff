package org.panfeng.picture;

import java.text.NumberFormat;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;

/** The streak, the longest and the freezes, each above a column of months. */
final class Headline {
    private static final int LABEL_SIZE = 30;
    private static final int LABEL_BASELINE = 28;
    private static final int BASELINE = 122;
    private static final int SIZE = 92;
    private static final int LESSER_SIZE = 72;
    private static final int UNIT_SIZE = 34;
    /** Two freezes can be held; their places are shown also when they are empty. */
    private static final int PLACES = 2;

    private final HeatMap map;
    private final Pen pen;

    Headline(HeatMap map, Pen pen) {
        this.map = map;
        this.pen = pen;
    }

    void draw(double top) {
        Language language = map.language();
        label("heatmap.streak", 0, top);
        days(map.current(), 0, SIZE, top);
        label("heatmap.longest", 1, top);
        days(map.longest(), 1, LESSER_SIZE, top);
        label("heatmap.freezes", 2, top);
        String held = NumberFormat.getIntegerInstance(language.locale()).format(map.freezes());
        pen.writeBold(held, YearSheet.left(2), top + BASELINE, LESSER_SIZE, Ink.TEXT);
        places(YearSheet.left(2) + pen.width(held, LESSER_SIZE) + 18, top + BASELINE - Cell.HEIGHT);
    }

    private void label(String key, int column, double top) {
        String label = Texts.plain(map.language(), key);
        pen.write(label, YearSheet.left(column), top + LABEL_BASELINE, LABEL_SIZE, Ink.QUIET_TEXT);
    }

    /** A number and, after the space, its unit in small; both shrink together where the number is long. */
    private void days(int count, int column, double size, double top) {
        String text = Texts.plain(map.language(), "heatmap.days", count);
        int space = text.lastIndexOf(' ');
        String number = text.substring(0, space);
        String unit = text.substring(space + 1);
        double gap = size / 7;
        double wide = pen.width(number, size) + gap + pen.width(unit, UNIT_SIZE);
        double scale = Math.min(1, YearSheet.COLUMN_ROOM / wide);
        double left = YearSheet.left(column);
        pen.writeBold(number, left, top + BASELINE, size * scale, Ink.TEXT);
        double unitLeft = left + (pen.width(number, size) + gap) * scale;
        pen.write(unit, unitLeft, top + BASELINE, UNIT_SIZE * scale, Ink.QUIET_TEXT);
    }

    private void places(double left, double top) {
        for (int place = 0; place < PLACES; place++) {
            Cell cell = new Cell(left + place * (Cell.WIDTH + 8), top);
            cell.draw(place < map.freezes() ? Shade.FROZEN : Shade.AHEAD, pen);
        }
    }
}
