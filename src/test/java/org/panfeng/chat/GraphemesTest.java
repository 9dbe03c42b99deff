package org.panfeng.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text is cut where the eye sees a gap. */
class GraphemesTest {

    @ParameterizedTest
    @CsvSource({
        "Bartholomew, 11, Bartholomew",
        "Bartholomew, 6, Barth…",
        "Ann Smith, 5, Ann…",
        "👩‍👩‍👧‍👦👩‍👩‍👧‍👦, 12, 👩‍👩‍👧‍👦…",
        "👩‍👩‍👧‍👦👩‍👩‍👧‍👦, 21, 👩‍👩‍👧‍👦…",
        "🇨🇳🇬🇧, 7, 🇨🇳…",
        "👍🏽👍🏽, 6, 👍🏽…",
        "né\u0301e, 3, n…",
        "👩‍👩‍👧‍👦, 5, …",
    })
    void neverWithinACharacter(String text, int units, String cut) {
        assertThat(Graphemes.cut(text, units)).isEqualTo(cut);
        assertThat(cut.length()).isLessThanOrEqualTo(units);
    }
}
