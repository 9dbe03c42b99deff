package org.panfeng.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.panfeng.study.Letters.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.panfeng.study.DayLedger.Entry;

/** The sums that are kept beside a ledger. */
class KeptDaysTest {
    private static final Streak STREAK = new Streak(4, 9, 1);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
    private static final LocalDate MON_2 = LocalDate.of(2026, 11, 2);

    /** From Friday 30 October: two days of October, the Sunday, and Monday to Friday of the week after. */
    private static final List<Entry> LEDGER = ledger("2026-10-30", "DUDMDFUE");

    @Test
    void theSumsAreOfTheLatestMonthAndWeekInWhichSomethingWasDone() {
        assertThat(KeptDays.of(LEDGER, STREAK))
                .isEqualTo(new KeptDays(STREAK, 5, Optional.of(NOVEMBER), 3, Optional.of(MON_2), 2));
    }

    @Test
    void whoHasDoneNothingHasNoMonthAndNoWeek() {
        assertThat(KeptDays.of(ledger("2026-11-02", "MEO"), Streak.NONE)).isEqualTo(KeptDays.NONE);
        assertThat(KeptDays.of(List.of(), Streak.NONE)).isEqualTo(KeptDays.NONE);
    }

    @Test
    void aMonthBeginsOnItsFirstAndAWeekOnMonday() {
        assertThat(KeptDays.monthOf(LocalDate.of(2026, 11, 30))).isEqualTo(NOVEMBER);
        assertThat(KeptDays.monthOf(NOVEMBER)).isEqualTo(NOVEMBER);
        assertThat(KeptDays.weekOf(MON_2)).isEqualTo(MON_2);
        assertThat(KeptDays.weekOf(MON_2.plusDays(6))).isEqualTo(MON_2);
        assertThat(KeptDays.weekOf(NOVEMBER)).isEqualTo(LocalDate.of(2026, 10, 26));
    }

    @Test
    void theSumsOfALedgerAgreeWithIt() {
        assertThat(KeptDays.of(LEDGER, STREAK).agreesWith(LEDGER)).isTrue();
        assertThat(KeptDays.NONE.agreesWith(ledger("2026-11-02", "ME"))).isTrue();
        assertThat(KeptDays.NONE.agreesWith(LEDGER)).isFalse();
    }

    @Test
    void eachSumHasToAgree() {
        assertThat(kept(5, 3, 2).agreesWith(LEDGER)).isTrue();
        assertThat(kept(4, 3, 2).agreesWith(LEDGER)).isFalse();
        assertThat(kept(5, 4, 2).agreesWith(LEDGER)).isFalse();
        assertThat(kept(5, 3, 1).agreesWith(LEDGER)).isFalse();
    }

    private static KeptDays kept(int total, int month, int week) {
        return new KeptDays(STREAK, total, Optional.of(NOVEMBER), month, Optional.of(MON_2), week);
    }

    @Test
    void aSumWithoutItsMonthOrWeekIsZero() {
        assertThat(new KeptDays(STREAK, 5, Optional.empty(), 1, Optional.of(MON_2), 2).agreesWith(LEDGER))
                .isFalse();
        assertThat(new KeptDays(STREAK, 5, Optional.of(NOVEMBER), 3, Optional.empty(), 1).agreesWith(LEDGER))
                .isFalse();
    }
}
