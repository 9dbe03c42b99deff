package org.panfeng.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.panfeng.people.PersonId;

/** On which days somebody is away. */
class AwayDaysTest {
    private static final PersonId LI = new PersonId(1);
    private static final LocalDate MON = LocalDate.of(2026, 11, 16);
    private static final DayFacts.Away SUSPENDED = away(Reason.SUSPENDED);
    private static final DayFacts.Away ON_LEAVE = away(Reason.LEAVE);

    private static DayFacts.Away away(Reason reason) {
        return new DayFacts.Away(reason, Told.at("2026-11-10T09:00"));
    }

    private static AwayDays.Stretch stretch(DayFacts.Away away, LocalDate first, @Nullable LocalDate last) {
        return new AwayDays.Stretch(away, first, last);
    }

    @Test
    void leaveIsFromItsFirstToItsLastDay() {
        AwayDays days = new AwayDays(Map.of(LI, List.of(stretch(ON_LEAVE, MON, MON.plusDays(1)))));
        assertThat(days.on(LI, MON.minusDays(1))).isEmpty();
        assertThat(days.on(LI, MON)).contains(ON_LEAVE);
        assertThat(days.on(LI, MON.plusDays(1))).contains(ON_LEAVE);
        assertThat(days.on(LI, MON.plusDays(2))).isEmpty();
    }

    @Test
    void aSuspensionMayGoOn() {
        AwayDays days = new AwayDays(Map.of(LI, List.of(stretch(SUSPENDED, MON, null))));
        assertThat(days.on(LI, MON.minusDays(1))).isEmpty();
        assertThat(days.on(LI, MON.plusYears(3))).contains(SUSPENDED);
    }

    @Test
    void ofTwoReasonsTheFirstThatCoversTheDayIsSaid() {
        AwayDays days = new AwayDays(
                Map.of(LI, List.of(stretch(SUSPENDED, MON, MON), stretch(ON_LEAVE, MON, MON.plusDays(1)))));
        assertThat(days.on(LI, MON)).contains(SUSPENDED);
        assertThat(days.on(LI, MON.plusDays(1))).contains(ON_LEAVE);
    }

    @Test
    void theOthersAreThere() {
        AwayDays days = new AwayDays(Map.of(LI, List.of(stretch(SUSPENDED, MON, null))));
        assertThat(days.on(new PersonId(2), MON)).isEmpty();
    }
}
