package org.panfeng.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as people type them, and what is kept of them. */
class PersonNameTest {
    private static final String FAMILY = "👩‍👩‍👧‍👦";

    @ParameterizedTest
    @CsvSource({
        "'  李\t \n明 ', 李 明",
        "李　明, 李 明",
        "'\u202eدان\u202c 3', دان 3",
        "'a\u200bb\u2066c\ufeff\u00ad', abc",
        "'\u0301Zoë', Zoë",
        "'می\u200cخواهم', 'می\u200cخواهم'",
        "王芳 👩‍💻, 王芳 👩‍💻",
        "🫠, 🫠",
        "'a\ud800b', ab",
    })
    void whatDoesHarmGoesAndTheRestStays(String given, String kept) {
        assertThat(PersonName.tidy(given)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u200b\u200d\ufeff",
                "\u3164\u115f",
                "\u2800",
                "\u0301\u0302",
                "\ufe0f",
                "\u0000",
                "\ue000"
            })
    void whatNobodyCanSeeIsNoName(String given) {
        assertThat(PersonName.tidy(given)).isEmpty();
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        assertThat(PersonName.tidy("长".repeat(61))).contains("长".repeat(60));
        assertThat(PersonName.tidy(FAMILY.repeat(9))).contains(FAMILY.repeat(60 / FAMILY.length()));
        assertThat(PersonName.tidy("x".repeat(59) + "e\u0301")).contains("x".repeat(59));
    }

    @Test
    void aHeapOfMarksIsWornDown() {
        assertThat(PersonName.tidy("Z" + "\u0301".repeat(50) + "algo")).contains("Z\u0301\u0301\u0301\u0301algo");
    }

    @Test
    void whateverIsKeptFitsItsColumnsOnEveryDatabase() {
        String name = PersonName.tidy("🐉".repeat(99)).orElseThrow();
        assertThat(name.length()).isLessThanOrEqualTo(80);
        assertThat(PersonName.key("长".repeat(60)).length()).isLessThanOrEqualTo(480);
    }
}
