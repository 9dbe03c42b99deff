package org.panfeng.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts text between what the eye takes for characters: never within an emoji of several code points, nor between a letter and its marks.
 * Lengths are UTF-16 units, as Telegram counts.
 */
public final class Graphemes {
    /** An extended grapheme cluster (UAX #29). {@link java.text.BreakIterator} does not know joined emoji before Java 20. */
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private Graphemes() {}

    /** The longest beginning of at most so many units; empty where the first character alone is longer. */
    public static String first(String text, int units) {
        if (text.length() <= units) {
            return text;
        }
        Matcher clusters = CLUSTER.matcher(text);
        int end = 0;
        while (clusters.find() && clusters.end() <= units) {
            end = clusters.end();
        }
        return text.substring(0, end);
    }

    /** The text itself, or as much of it as fits before an ellipsis; at most so many units in all. */
    public static String cut(String text, int units) {
        return text.length() <= units ? text : first(text, units - 1).stripTrailing() + "…";
    }
}
