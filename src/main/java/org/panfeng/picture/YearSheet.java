package org.panfeng.picture;

import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/** The card, from top to bottom: figures, milestones, months, legend. */
final class YearSheet {
    static final int WIDTH = 1080;
    static final int MARGIN = 36;
    static final int COLUMNS = 3;
    /** From the left of a column to the left of the next. */
    static final int COLUMN = 349;
    /** How wide a column is without the gap: seven days. */
    static final int COLUMN_ROOM = 310;

    private static final int FIGURES_TOP = 26;
    private static final int MEDALS_TOP = 186;
    private static final int MONTHS_TOP = 292;

    private YearSheet() {}

    static Drawn draw(HeatMap map) throws IOException, FontFormatException {
        withoutWindows();
        Months months = new Months(map);
        int legendTop = MONTHS_TOP + months.height();
        int height = legendTop + Legend.HEIGHT + MARGIN;
        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            Pen pen = new Pen(graphics, Typeface.font());
            pen.fill(new Rectangle(WIDTH, height), Ink.CARD);
            new Headline(map, pen).draw(FIGURES_TOP);
            new Medals(map, pen).draw(MEDALS_TOP);
            months.draw(MONTHS_TOP, pen);
            Legend.draw(map.language(), legendTop, pen);
            return new Drawn(image, pen.written());
        } finally {
            graphics.dispose();
        }
    }

    /** We show no window, but where DISPLAY is set Java would look for one to show it in, which a server lacks. */
    private static void withoutWindows() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    static int left(int column) {
        return MARGIN + column * COLUMN;
    }

    /** The picture, and the words in it. */
    record Drawn(BufferedImage image, List<Pen.Written> words) {}
}
