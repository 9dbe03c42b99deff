package org.panfeng.sandbox.tour;

import java.util.ArrayList;
import java.util.List;

/** How much room text takes on a terminal, where a Chinese character is as wide as two letters. */
final class Columns {
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int AS_EMOJI = 0xFE0F;
    /** What may not stand at the beginning of a line hangs over its end instead. */
    private static final String NO_BEGINNING = "，。、；：？！）】》」』”’℃%,.;:?!)]}";

    private static final String NO_END = "“‘《（【「『";

    private Columns() {}

    static int width(String text) {
        int width = 0;
        int before = 0;
        for (int c : text.codePoints().toArray()) {
            if (c == AS_EMOJI) {
                width += width(before) == 1 ? 1 : 0;
            } else if (before != ZERO_WIDTH_JOINER) {
                width += width(c);
            }
            before = c;
        }
        return width;
    }

    /** Unicode's East Asian wide ranges (UAX #11), and the older signs that are shown as pictures. */
    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean isWide = in(c, 0x1100, 0x115F)
                || in(c, 0x2E80, 0xA4CF)
                || in(c, 0xAC00, 0xD7A3)
                || in(c, 0xF900, 0xFAFF)
                || in(c, 0xFE30, 0xFE6B)
                || in(c, 0xFF01, 0xFF60)
                || in(c, 0xFFE0, 0xFFE6)
                || in(c, 0x1F300, 0x1FAFF)
                || in(c, 0x20000, 0x3FFFD)
                || "⌚⌛⏩⏰⏳✅❌❓❔❗➕➖➗⬛⬜⭐⭕".indexOf(c) >= 0;
        return isWide ? 2 : 1;
    }

    private static boolean in(int c, int first, int last) {
        return first <= c && c <= last;
    }

    static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    static String rightAligned(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** The beginning of a text that is too wide, and a sign that it goes on. */
    static String cut(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            if (width(kept.toString()) + width(c) > width - 1) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept + "…";
    }

    /** Breaks a line where it is too wide: between words, or between Chinese characters. */
    static List<String> wrapped(String line, int width) {
        List<String> lines = new ArrayList<>();
        String rest = line;
        while (width(rest) > width) {
            int end = lineEnd(rest, width);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static int lineEnd(String text, int width) {
        int end = 0;
        while (width(text.substring(0, text.offsetByCodePoints(end, 1))) <= width) {
            end = text.offsetByCodePoints(end, 1);
        }
        if (NO_BEGINNING.indexOf(text.codePointAt(end)) >= 0) {
            return text.offsetByCodePoints(end, 1);
        }
        while (end > 1 && NO_END.indexOf(text.codePointBefore(end)) >= 0) {
            end--;
        }
        int word = end;
        while (word > 0 && isLatin(text.charAt(word - 1)) && isLatin(text.charAt(word))) {
            word--;
        }
        return word == 0 ? end : word;
    }

    private static boolean isLatin(char c) {
        return c > ' ' && c < 0x2E80;
    }
}
