package org.panfeng.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Draws shapes and words, in pixels from the top left, and knows afterwards which words stand where. */
final class Pen {
    /** Fractions count, and how finely the screen of this machine draws does not. */
    private static final FontRenderContext PRECISE = new FontRenderContext(null, true, true);
    /** By how much of their size figures reach above the baseline. */
    private static final double FIGURE = 0.72;
    /** Strokes of bold letters are thicker by so much of their size. The font has no bold of its own. */
    private static final double BOLD = 0.024;

    private final Graphics2D graphics;
    private final Font font;
    private final List<Written> written = new ArrayList<>();

    Pen(Graphics2D graphics, Font font) {
        this.graphics = graphics;
        this.font = font;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    void fill(Shape shape, Color color) {
        graphics.setColor(color);
        graphics.fill(shape);
    }

    void line(Shape shape, double width, Color color) {
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(color);
        graphics.draw(shape);
    }

    double width(String text, double size) {
        return glyphs(text, size).getLogicalBounds().getWidth();
    }

    /** The size in which words fit into the room: the one asked for, or less. */
    double fitting(String text, double size, double room) {
        return Math.min(size, size * room / width(text, size));
    }

    /** Words from the given point of the baseline to the right. */
    void write(String text, double x, double baseline, double size, Color color) {
        put(text, x, baseline, size, color);
    }

    void writeBold(String text, double x, double baseline, double size, Color color) {
        line(put(text, x, baseline, size, color), size * BOLD, color);
    }

    /** Words to the right of the given point, at its height; smaller than asked for where they would be wider than the room. */
    void beside(String text, double x, double middle, double size, double room, Color color) {
        double fitting = fitting(text, size, room);
        put(text, x, middle + fitting * FIGURE / 2, fitting, color);
    }

    /** Words around the given point, as {@link #beside}. */
    void around(String text, double x, double middle, double size, double room, Color color) {
        double fitting = fitting(text, size, room);
        beside(text, x - width(text, fitting) / 2, middle, fitting, room, color);
    }

    /** Outlines are filled instead of letters set, because those come out differently on each machine. */
    private Shape put(String text, double x, double baseline, double size, Color color) {
        Shape outline = glyphs(text, size).getOutline((float) x, (float) baseline);
        fill(outline, color);
        written.add(new Written(text, baseline, outline.getBounds2D()));
        return outline;
    }

    private GlyphVector glyphs(String text, double size) {
        return font.deriveFont((float) size).createGlyphVector(PRECISE, text);
    }

    List<Written> written() {
        return List.copyOf(written);
    }

    /** Words, the height of the line they stand on, and the box their outlines fill. */
    record Written(String text, double baseline, Rectangle2D box) {}
}
