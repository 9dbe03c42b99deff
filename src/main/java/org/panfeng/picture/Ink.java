package org.panfeng.picture;

import java.awt.Color;

/** The colours. The card is opaque, so that it is the same in a light and in a dark chat; {@code ContrastTest} has its say. */
final class Ink {
    static final Color CARD = new Color(0xF5F2EB);
    static final Color TEXT = new Color(0x1E2732);
    static final Color QUIET_TEXT = new Color(0x5A626D);
    /** What stands on a strong colour. */
    static final Color ON_SHADE = Color.WHITE;

    static final Color FAINT = new Color(0xE3DFD5);
    static final Color FAINT_LINE = new Color(0xC9C4B8);
    static final Color MEDAL = new Color(0xF2B632);
    static final Color MEDAL_EDGE = new Color(0xB97F0A);

    private Ink() {}

    /** Apart for those who tell no red from green, too: what counts is green, what keeps the streak is blue or grey. */
    static Color of(Shade shade) {
        return switch (shade) {
            case DONE, OPEN -> new Color(0x0C6347);
            case MADE_UP -> new Color(0x3A9663);
            case FROZEN -> new Color(0x2F6CCB);
            case EXCUSED -> new Color(0x868B93);
            case MISSED -> new Color(0xCF4520);
            case NO_STUDY -> FAINT;
            case AHEAD, BEFORE -> FAINT_LINE;
        };
    }
}
