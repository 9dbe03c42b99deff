package org.panfeng.programme;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares a typed answer with the expected one as a kind reader would: by what is meant, not by how the keyboard was set. */
final class ShortAnswers {
    /** A sign or separator within a number carries meaning: 2.5 is not 25, -5 is not 5, 8:30 is not 830. */
    private static final Pattern MEANINGLESS = Pattern.compile(
            "(?<=\\d),(?=\\d{3})|(?!(?<=\\d)[.:/](?=\\d)|(?<![\\p{L}\\p{N}])-(?=\\d)|%)[\\p{P}\\p{Z}\\p{C}]");

    private ShortAnswers() {}

    static boolean equal(String typed, String expected) {
        String said = fold(typed);
        return !said.isEmpty() && said.equals(fold(expected));
    }

    /**
     * The same text for all answers that are equal: full-width and half-width forms, upper and lower case, Chinese and Arabic
     * numerals do not differ, spaces and punctuation do not count.
     */
    static String fold(String answer) {
        String plain = Normalizer.normalize(answer, Normalizer.Form.NFKC).replace('\u2212', '-');
        String lower = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return MEANINGLESS.matcher(ChineseNumerals.toDigits(lower)).replaceAll("");
    }
}
