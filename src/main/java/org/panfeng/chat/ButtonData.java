package org.panfeng.chat;

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

    public <E extends Enum<E>> E oneOf(Class<E> type, int index) {
        int ordinal = below(type.getEnumConstants().length, index);
        return type.getEnumConstants()[ordinal];
    }
}
