package org.panfeng.chat;

import java.util.regex.Pattern;

/**
 * Keeps people's words from turning their surroundings round: an Arabic name before a number would pull the number to its other side. What
 * holds right-to-left letters is put between U+2068 (first strong isolate) and U+2069; what does not stays as it is.
 */
public final class Isolates {
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';
    /** Embeddings, overrides and isolates: whatever reaches beyond the words it stands in unless it is closed. */
    private static final Pattern CONTROLS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private Isolates() {}

    /** The text, fit to stand in a line with others. Doing so twice is the same as once; several paragraphs stand for themselves. */
    public static String of(String text) {
        String bare = CONTROLS.matcher(text).replaceAll("");
        boolean isLine = bare.indexOf('\n') < 0;
        return isLine && bare.codePoints().anyMatch(Isolates::runsToTheLeft)
                ? FIRST_STRONG_ISOLATE + bare + POP_ISOLATE
                : bare;
    }

    private static boolean runsToTheLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
