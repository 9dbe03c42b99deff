package org.panfeng.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** A day: a rounded box at the given top left, with a mark of its own so that nobody depends on the colour. */
record Cell(double x, double y) {
    static final double WIDTH = 40;
    static final double HEIGHT = 35;

    private static final double ROUND = 12;
    private static final double LINE = 4.5;

    void draw(Shade shade, Pen pen) {
        Color ink = Ink.of(shade);
        switch (shade) {
            case OPEN -> pen.line(box(-2), 4, ink);
            case AHEAD -> pen.line(box(-1), 2, ink);
            case BEFORE -> pen.fill(disc(3.5), ink);
            default -> pen.fill(box(0), ink);
        }
        switch (shade) {
            case MADE_UP -> pen.line(disc(7.5), LINE, Ink.ON_SHADE);
            case FROZEN -> pen.fill(diamond(10.5), Ink.ON_SHADE);
            case EXCUSED -> pen.line(stroke(9, 0), LINE, Ink.ON_SHADE);
            case MISSED -> {
                pen.line(stroke(7.5, 7.5), LINE, Ink.ON_SHADE);
                pen.line(stroke(7.5, -7.5), LINE, Ink.ON_SHADE);
            }
            default -> {}
        }
    }

    /** The frame around today, whatever it looks like. */
    void frame(Pen pen) {
        pen.line(box(3), 3, Ink.TEXT);
    }

    private double middleX() {
        return x + WIDTH / 2;
    }

    private double middleY() {
        return y + HEIGHT / 2;
    }

    private Shape box(double grown) {
        return new RoundRectangle2D.Double(
                x - grown, y - grown, WIDTH + 2 * grown, HEIGHT + 2 * grown, ROUND + 2 * grown, ROUND + 2 * grown);
    }

    private Shape disc(double radius) {
        return new Ellipse2D.Double(middleX() - radius, middleY() - radius, 2 * radius, 2 * radius);
    }

    private Shape stroke(double right, double down) {
        return new Line2D.Double(middleX() - right, middleY() - down, middleX() + right, middleY() + down);
    }

    private Shape diamond(double radius) {
        Path2D path = new Path2D.Double();
        path.moveTo(middleX(), middleY() - radius);
        path.lineTo(middleX() + radius, middleY());
        path.lineTo(middleX(), middleY() + radius);
        path.lineTo(middleX() - radius, middleY());
        path.closePath();
        return path;
    }
}
