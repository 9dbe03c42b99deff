package org.panfeng.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.panfeng.study.Habit.RESTING;
import static org.panfeng.study.Habit.STEADY;
import static org.panfeng.study.Habit.USUAL;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panfeng.study.ReminderHours.Round;

/** Who is reminded how often. */
class HabitTest {
    @ParameterizedTest
    @CsvSource({
        "DDDDDDDDDD, STEADY",
        "DUDDDDDUDD, STEADY",
        "DDDDDDDDDE, USUAL",
        "DDDDDFDDDD, USUAL",
        "DDDDDDDDD, USUAL",
        "DDDDDMMMMM, RESTING",
        "MMMMM, RESTING",
        "MMMM, USUAL",
        "DDDDDDMMMM, USUAL",
        "DDDDDMMMMF, USUAL",
        "MMMMMMMMMM, RESTING",
        "MMMMMDDDDD, USUAL",
        "'', USUAL"
    })
    void theLastDaysTell(String days, Habit habit) {
        assertThat(Habit.of(Letters.ledger("2026-11-02", days))).isEqualTo(habit);
    }

    @Test
    void mostAreRemindedInEitherRound() {
        assertThat(USUAL.isRemindedIn(Round.USUAL, false)).isTrue();
        assertThat(USUAL.isRemindedIn(Round.LATE, false)).isTrue();
    }

    @Test
    void whoHardlyEverNeedsItIsRemindedLate() {
        assertThat(STEADY.isRemindedIn(Round.USUAL, true)).isFalse();
        assertThat(STEADY.isRemindedIn(Round.LATE, false)).isTrue();
    }

    @Test
    void whoRestsIsAskedBackOnceAWeek() {
        assertThat(RESTING.isRemindedIn(Round.USUAL, true)).isTrue();
        assertThat(RESTING.isRemindedIn(Round.LATE, false)).isFalse();
    }
}
