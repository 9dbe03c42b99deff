package org.panfeng.people;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** What a person's name may look like. */
final class PersonName {
    static final int LONGEST = 60;

    private PersonName() {}

    /**
     * Makes a typed or given name fit for tables and messages: one line, no control or direction-changing characters, at most
     * {@value #LONGEST} characters. Empty when nothing is left.
     */
    static Optional<String> tidy(String given) {
        String line = given.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ")
                .replaceAll("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", "")
                .replaceAll("\\s+", " ")
                .strip();
        int end = Math.min(line.codePointCount(0, line.length()), LONGEST);
        String name = line.substring(0, line.offsetByCodePoints(0, end)).strip();
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /** What a name is ordered by: its code points, whatever the database's collation. */
    static String key(String name) {
        return HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
    }
}
