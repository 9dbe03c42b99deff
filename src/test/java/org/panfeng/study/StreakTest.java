package org.panfeng.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.panfeng.study.Letters.streak;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a streak grows, what it outlasts and what ends it. */
class StreakTest {
    private static final String TEN = "DDDDDDDDDD";

    @Test
    void doneAndMadeUpDaysCount() {
        assertThat(streak("DUD")).isEqualTo(new Streak(3, 3, 0));
    }

    @Test
    void anOpenOrExcusedDayNeitherAddsNorBreaks() {
        assertThat(streak("DDEO")).isEqualTo(streak("DD"));
    }

    @Test
    void aMissedDayStartsAgainAndTheLongestStays() {
        assertThat(streak("DDDM")).isEqualTo(new Streak(0, 3, 0));
        assertThat(streak("DDDMDD")).isEqualTo(new Streak(2, 3, 0));
        assertThat(streak("DDDMDDDD")).isEqualTo(new Streak(4, 4, 0));
    }

    @Test
    void everyTenthDayInARowEarnsAFreezeAndTwoCanBeHeld() {
        assertThat(streak("DDDDDDDDD").freezes()).isZero();
        assertThat(streak(TEN).freezes()).isEqualTo(1);
        assertThat(streak(TEN + "D").freezes()).isEqualTo(1);
        assertThat(streak(TEN + TEN).freezes()).isEqualTo(2);
        assertThat(streak(TEN + TEN + TEN)).isEqualTo(new Streak(30, 30, 2));
    }

    @Test
    void theTenDaysHaveToBeInARow() {
        assertThat(streak("DDDDDDDDDMD").freezes()).isZero();
        assertThat(streak("DDDDDDDDDED").freezes()).isEqualTo(1);
    }

    @Test
    void aFrozenDayCostsAFreezeAndKeepsTheRest() {
        assertThat(streak(TEN + "F")).isEqualTo(new Streak(10, 10, 0));
        assertThat(streak(TEN + "FD")).isEqualTo(new Streak(11, 11, 0));
        assertThat(streak(TEN + TEN + "F")).isEqualTo(new Streak(20, 20, 1));
    }

    @Test
    void aFreezeOutlastsAMissedDayThatItDidNotCover() {
        assertThat(streak(TEN + "M").freezes()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"-1,0,0", "3,2,0", "0,0,-1", "0,0,3"})
    void thereIsNoSuchStreak(int current, int longest, int freezes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Streak(current, longest, freezes))
                .withMessageContaining(current + " of " + longest);
    }

    @Test
    void theSmallestAndTheRichestAreStreaks() {
        assertThat(Streak.NONE).isEqualTo(new Streak(0, 0, 0));
        assertThatCode(() -> new Streak(7, 7, 2)).doesNotThrowAnyException();
    }
}
