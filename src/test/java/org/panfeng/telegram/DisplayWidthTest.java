package org.panfeng.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables line up, whatever the names in them are made of. */
class DisplayWidthTest {

    @ParameterizedTest
    @CsvSource({
        "Ann, 3",
        "李明, 4",
        "👩‍👩‍👧‍👦, 2",
        "👍🏽, 2",
        "🇨🇳, 2",
        "❤️, 2",
        "Ze\u0301, 2",
        "\u2068דוד\u2069, 3",
        "ก็ด, 2",
        "✅, 2"
    })
    void aCharacterIsAsWideAsItLooks(String text, int width) {
        assertThat(DisplayWidth.of(text)).isEqualTo(width);
    }

    @Test
    void columnsStandUnderEachOther() {
        String table = """
                | # | name | days |
                |--:|:--|--:|
                | 1 | \u2068דוד\u2069 | 3 |
                | 2 | 👩‍👩‍👧‍👦 王芳 | 12 |
                """;
        assertThat(MarkdownHtml.pages(table, 4096)).containsExactly("""
                <pre>#  name     days
                ─  ───────  ────
                1  \u2068דוד\u2069         3
                2  👩‍👩‍👧‍👦 王芳    12</pre>""");
    }
}
