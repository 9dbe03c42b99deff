package org.panfeng.people;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.panfeng.chat.Graphemes;

/** What the name of a person or a department may look like. */
public final class PersonName {
    /** UTF-16 units: sixty Chinese characters, thirty emoji. */
    public static final int LONGEST = 60;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\p{Z}\\p{Cc}]+");
    /** What changes the direction, shows nothing, or is half of a character. Joiners stay: emoji, Persian and Hindi need them. */
    private static final Pattern WITHOUT_USE = Pattern.compile(
            "[\\p{Cs}\\u00AD\\u061C\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]");
    /** No script puts more marks on a letter; a heap of them would run over the lines above and below. */
    private static final Pattern HEAP_OF_MARKS = Pattern.compile("([\\p{Mn}\\p{Me}]{4})[\\p{Mn}\\p{Me}]+");
    /** Marks without a letter of their own would sit on the one before the name. */
    private static final Pattern LONELY_MARKS = Pattern.compile("^\\p{M}+");
    /** Fillers of Korean and the empty cell of Braille: letters and a symbol by their category, blank to the eye. */
    private static final Set<Integer> BLANKS = Set.of(0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0);

    private PersonName() {}

    /**
     * Makes a typed or given name fit for tables and messages: one line, nothing that changes its direction, at most {@value #LONGEST} UTF-16
     * units, cut between characters. Empty when nothing is left but what the eye cannot see, and punctuation.
     */
    static Optional<String> tidy(String given) {
        String line = BETWEEN_WORDS
                .matcher(WITHOUT_USE.matcher(given).replaceAll(""))
                .replaceAll(" ")
                .strip();
        String legible =
                HEAP_OF_MARKS.matcher(LONELY_MARKS.matcher(line).replaceAll("")).replaceAll("$1");
        String name = Graphemes.first(legible, LONGEST).strip();
        return name.codePoints().anyMatch(PersonName::names) ? Optional.of(name) : Optional.empty();
    }

    private static boolean names(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> false;
            default -> !BLANKS.contains(c);
        };
    }

    /** What a name is ordered by: its code points, whatever the database's collation. */
    static String key(String name) {
        return HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
    }
}
