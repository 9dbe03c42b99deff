package org.panfeng.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Bidi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Right-to-left names beside numbers and punctuation. */
class IsolatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"李明", "Ann O'Neil", "👩‍💻", "आशीष", "12", ""})
    void whatRunsFromLeftToRightStaysAsItIs(String text) {
        assertThat(Isolates.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"דוד", "محمد (علي)", "Ann דוד", "𐤃𐤅𐤃"})
    void whatRunsToTheLeftIsIsolatedOnce(String text) {
        assertThat(Isolates.of(text)).isEqualTo("\u2068" + text + "\u2069");
        assertThat(Isolates.of(Isolates.of(text))).isEqualTo(Isolates.of(text));
    }

    @Test
    void controlsThatReachFurtherThanTheirWordsAreDropped() {
        assertThat(Isolates.of("\u202egnp.exe\u202c")).isEqualTo("gnp.exe");
        assertThat(Isolates.of("\u2069דוד\u2068")).isEqualTo("\u2068דוד\u2069");
    }

    @Test
    void severalParagraphsStandForThemselves() {
        assertThat(Isolates.of("שלום\nHello")).isEqualTo("שלום\nHello");
    }

    @Test
    void aNumberAfterTheNameStaysWhereItIs() {
        String button = Isolates.of("דוד") + " · 12";
        Bidi shown = new Bidi(button, Bidi.DIRECTION_LEFT_TO_RIGHT);
        assertThat(shown.getLevelAt(button.indexOf("12")))
                .as("the level of the surroundings")
                .isEven();
        assertThat(new Bidi("דוד · 12", Bidi.DIRECTION_LEFT_TO_RIGHT).getLevelAt(6))
                .as("drawn into the name where nothing isolates it")
                .isEqualTo(2);
    }

    @Test
    void argumentsAreIsolatedWhereverTheyStand() {
        assertThat(Texts.html(Language.EN, "enrol.confirmed", "דוד <3>", "Finance"))
                .contains("<b>\u2068דוד &lt;3&gt;\u2069</b> (Finance)");
        assertThat(Texts.plain(Language.EN, "enrol.already-approved", "דוד")).startsWith("\u2068דוד\u2069 ");
        assertThat(Markdown.escape("דוד|3")).isEqualTo("\u2068דוד\\|3\u2069");
        assertThat(Labels.of("דוד")).isEqualTo("\u2068דוד\u2069");
    }
}
