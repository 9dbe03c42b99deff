package org.panfeng.chat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What a button was made with, split at its colons. A client can send anything, so a handler checks what the numbers name, and a part
 * that is not what it should be ends the turn with a friendly refusal.
 */
public record ButtonData(List<String> parts) {

    /** Thrown where button data is not what the handler's own buttons carry. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Malformed(String data) {
            super("Unexpected button data: " + data, null, false, false);
        }
    }

    /** What names the handler: everything up to the first colon. */
    static String prefix(String data) {
        int colon = data.indexOf(':');
        return colon < 0 ? data : data.substring(0, colon);
    }

    /** What comes after the first colon. */
    static ButtonData of(String data) {
        int colon = data.indexOf(':');
        return new ButtonData(
                List.of(data.substring(colon < 0 ? data.length() : colon + 1).split(":", -1)));
    }

    public String word(int index) {
        if (index >= parts.size()) {
            throw new Malformed(String.join(":", parts));
        }
        return parts.get(index);
    }

    /** Whether there is a number at all. */
    public boolean isNumber(int index) {
        return index < parts.size() && parts.get(index).matches("\\d{1,18}");
    }

    public long number(int index) {
        try {
            return Long.parseLong(word(index));
        } catch (NumberFormatException e) {
            throw new Malformed(String.join(":", parts));
        }
    }

    /** A number from 0 up to and without the bound. */
    public int below(int bound, int index) {
        long number = number(index);
        if (number < 0 || number >= bound) {
            throw new Malformed(String.join(":", parts));
        }
        return (int) number;
    }

    /** A date as {@code 2026-11-16}. */
    public LocalDate date(int index) {
        try {
            return LocalDate.parse(matching("\\d{4}-\\d{2}-\\d{2}", index));
        } catch (DateTimeException e) {
            throw new Malformed(String.join(":", parts));
        }
    }

    /** A month as {@code 2026-11}. */
    public YearMonth month(int index) {
        try {
            return YearMonth.parse(matching("\\d{4}-\\d{2}", index));
        } catch (DateTimeException e) {
            throw new Malformed(String.join(":", parts));
        }
    }

    private String matching(String pattern, int index) {
        String word = word(index);
        if (!word.matches(pattern)) {
            throw new Malformed(String.join(":", parts));
        }
        return word;
    }

    public <E extends Enum<E>> E oneOf(Class<E> type, int index) {
        int ordinal = below(type.getEnumConstants().length, index);
        return type.getEnumConstants()[ordinal];
    }
}
