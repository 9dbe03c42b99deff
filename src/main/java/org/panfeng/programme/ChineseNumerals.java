package org.panfeng.programme;

import java.util.regex.Pattern;

/** Whole numbers written in Chinese characters: 二十六, 一百零八, 三万五千, 二〇二六. */
final class ChineseNumerals {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern NUMERAL = Pattern.compile("[零〇一二两三四五六七八九十百千万]{1,12}");

    private ChineseNumerals() {}

    /** The text with every such number written in digits. */
    static String toDigits(String text) {
        return NUMERAL.matcher(text).replaceAll(numeral -> digits(numeral.group()));
    }

    private static String digits(String numeral) {
        String plain = numeral.replace('〇', '零').replace('两', '二');
        if (plain.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
            return plain.chars()
                    .mapToObj(c -> String.valueOf(DIGITS.indexOf(c)))
                    .reduce("", String::concat);
        }
        return String.valueOf(value(plain));
    }

    private static long value(String numeral) {
        long above = 0;
        long section = 0;
        long digit = -1;
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            if (c == '万') {
                above = (above + section + Math.max(digit, 0)) * 10_000;
                section = 0;
                digit = -1;
            } else if (DIGITS.indexOf(c) >= 0) {
                digit = DIGITS.indexOf(c);
            } else {
                section += (digit < 0 ? 1 : digit) * unit(c);
                digit = -1;
            }
        }
        return above + section + Math.max(digit, 0);
    }

    private static long unit(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            default -> 1000;
        };
    }
}
