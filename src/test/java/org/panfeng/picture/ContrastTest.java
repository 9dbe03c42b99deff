package org.panfeng.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The colours are far enough apart, by the contrast of WCAG 2.2 and to people who see fewer of them. */
class ContrastTest {
    private static final double FOR_TEXT = 4.5;
    private static final double FOR_SHAPES = 3;
    /** Of CIELAB; what is told apart at a glance. */
    private static final double APART = 15;

    private static final List<Shade> STATES =
            List.of(Shade.DONE, Shade.MADE_UP, Shade.FROZEN, Shade.EXCUSED, Shade.MISSED, Shade.NO_STUDY);
    private static final List<Shade> MARKED = List.of(Shade.MADE_UP, Shade.FROZEN, Shade.EXCUSED, Shade.MISSED);

    @Test
    void textStandsOut() {
        assertThat(contrast(Ink.TEXT, Ink.CARD)).isGreaterThan(FOR_TEXT);
        assertThat(contrast(Ink.QUIET_TEXT, Ink.CARD)).isGreaterThan(FOR_TEXT);
        assertThat(contrast(Ink.TEXT, Ink.MEDAL)).isGreaterThan(FOR_TEXT);
    }

    @Test
    void whatHappenedStandsOutFromTheCardAndItsMarkFromIt() {
        assertThat(List.of(Shade.DONE, Shade.OPEN))
                .allSatisfy(
                        shade -> assertThat(contrast(Ink.of(shade), Ink.CARD)).isGreaterThan(FOR_SHAPES));
        assertThat(MARKED).allSatisfy(shade -> {
            assertThat(contrast(Ink.of(shade), Ink.CARD)).isGreaterThan(FOR_SHAPES);
            assertThat(contrast(Ink.ON_SHADE, Ink.of(shade))).isGreaterThan(FOR_SHAPES);
        });
        assertThat(contrast(Ink.MEDAL_EDGE, Ink.CARD)).isGreaterThan(FOR_SHAPES);
    }

    /** The marks would do; the colours help. */
    @ParameterizedTest
    @EnumSource
    void theStatesAreApart(Sight sight) {
        for (Shade one : STATES) {
            for (Shade other : STATES) {
                if (one != other) {
                    assertThat(sight.distance(Ink.of(one), Ink.of(other)))
                            .as("%s and %s, %s", one, other, sight)
                            .isGreaterThan(APART);
                }
            }
        }
    }

    private static double contrast(Color one, Color other) {
        double first = Sight.luminance(one);
        double second = Sight.luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }
}
