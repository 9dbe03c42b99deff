package org.panfeng.telegram;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How wide a text is in type of one width, counted in Latin letters. */
final class DisplayWidth {
    /** What the eye takes for one character: an emoji of several code points, a letter with its marks. */
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private static final int AS_EMOJI = 0xFE0F;

    private DisplayWidth() {}

    static int of(String text) {
        return CLUSTER.matcher(text)
                .results()
                .map(MatchResult::group)
                .mapToInt(DisplayWidth::ofCluster)
                .sum();
    }

    private static int ofCluster(String cluster) {
        return cluster.indexOf(AS_EMOJI) > 0
                ? 2
                : cluster.codePoints().map(DisplayWidth::of).max().orElse(0);
    }

    /** Unicode's East Asian wide and full-width ranges (UAX #11), as far as an office's tables use them, and flags. */
    private static int of(int c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK || Character.getType(c) == Character.FORMAT) {
            return 0;
        }
        boolean wide = in(c, 0x1100, 0x115F)
                || in(c, 0x2E80, 0xA4CF)
                || in(c, 0xAC00, 0xD7A3)
                || in(c, 0xF900, 0xFAFF)
                || in(c, 0xFE30, 0xFE6F)
                || in(c, 0xFF01, 0xFF60)
                || in(c, 0xFFE0, 0xFFE6)
                || in(c, 0x1F1E6, 0x1F1FF)
                || in(c, 0x1F300, 0x1FAFF)
                || in(c, 0x20000, 0x3FFFD)
                || "⌚⌛⏩⏰⏳✅❌❓❔❗➕➖➗⬛⬜⭐⭕".indexOf(c) >= 0;
        return wide ? 2 : 1;
    }

    private static boolean in(int c, int first, int last) {
        return first <= c && c <= last;
    }
}
