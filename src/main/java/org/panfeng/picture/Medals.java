package org.panfeng.picture;

import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.panfeng.chat.Texts;

/** The milestones reached, and the next one with how much of it is done: after a loss one of those that are to be reached again. */
final class Medals {
    /** More would leave no room for the next one; then the greatest are shown. */
    static final int SHOWN = 7;

    private static final double SIZE = 76;
    private static final double STEP = 92;
    private static final double RIM = 7;
    private static final double NUMBER_SIZE = 32;
    private static final double TO_GO_SIZE = 32;

    private final HeatMap map;
    private final Pen pen;

    Medals(HeatMap map, Pen pen) {
        this.map = map;
        this.pen = pen;
    }

    void draw(double top) {
        List<Integer> all = map.reached();
        List<Integer> shown = all.subList(Math.max(0, all.size() - SHOWN), all.size());
        double left = YearSheet.MARGIN;
        for (int milestone : shown) {
            if (milestone == map.next()) {
                next(left, top);
            } else {
                reached(milestone, left, top);
            }
            left += STEP;
        }
        if (!shown.contains(map.next())) {
            next(left, top);
            left += STEP;
        }
        String toGo = Texts.plain(map.language(), "heatmap.to-go", map.next() - map.current());
        double room = YearSheet.WIDTH - YearSheet.MARGIN - left;
        pen.beside(toGo, left, top + SIZE / 2, TO_GO_SIZE, room, Ink.QUIET_TEXT);
    }

    private void reached(int milestone, double left, double top) {
        pen.fill(new Ellipse2D.Double(left, top, SIZE, SIZE), Ink.MEDAL);
        pen.line(ring(left, top, RIM / 2 - 1), 3, Ink.MEDAL_EDGE);
        number(milestone, left, top);
    }

    private void next(double left, double top) {
        pen.line(ring(left, top, RIM / 2), RIM, Ink.FAINT_LINE);
        Ellipse2D rim = ring(left, top, RIM / 2);
        double turn = -360.0 * map.current() / map.next();
        if (map.current() > 0) {
            pen.line(new Arc2D.Double(rim.getBounds2D(), 90, turn, Arc2D.OPEN), RIM, Ink.MEDAL_EDGE);
        }
        number(map.next(), left, top);
    }

    private static Ellipse2D ring(double left, double top, double inset) {
        return new Ellipse2D.Double(left + inset, top + inset, SIZE - 2 * inset, SIZE - 2 * inset);
    }

    private void number(int milestone, double left, double top) {
        double room = SIZE - 2 * RIM - 6;
        pen.around(String.valueOf(milestone), left + SIZE / 2, top + SIZE / 2, NUMBER_SIZE, room, Ink.TEXT);
    }
}
