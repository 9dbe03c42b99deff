package org.panfeng.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.panfeng.people.Absence.Kind;
import org.panfeng.people.Absence.State;

/** How long leave lasts, and which days it covers. */
class DayRangeTest {
    private static final LocalDate MON = LocalDate.of(2026, 11, 16);

    private static Absence absence(Kind kind, @Nullable LocalDate last) {
        return absence(kind, last, State.VALID);
    }

    private static Absence absence(Kind kind, @Nullable LocalDate last, State state) {
        return new Absence(
                new AbsenceId(1),
                new PersonId(1),
                kind,
                MON,
                Optional.ofNullable(last),
                state,
                Instant.EPOCH,
                7,
                Optional.empty());
    }

    @Test
    void onlyWhatIsValidHolds() {
        assertThat(absence(Kind.LEAVE, MON).isValid()).isTrue();
        for (State state : List.of(State.ASKED, State.REFUSED, State.CANCELLED)) {
            assertThat(absence(Kind.LEAVE, MON, state).isValid())
                    .as("%s", state)
                    .isFalse();
        }
    }

    @Test
    void bothEndsCount() {
        assertThat(new DayRange(MON, MON).days()).isEqualTo(1);
        assertThat(new DayRange(MON, MON.plusDays(6)).days()).isEqualTo(7);
    }

    @Test
    void itEndsNotBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DayRange(MON, MON.minusDays(1)))
                .withMessage("2026-11-15 is before 2026-11-16");
    }

    @Test
    void leaveCoversItsDaysAndIsOverAfterThem() {
        Absence leave = absence(Kind.LEAVE, MON.plusDays(1));
        assertThat(leave.covers(MON.minusDays(1))).isFalse();
        assertThat(leave.covers(MON)).isTrue();
        assertThat(leave.covers(MON.plusDays(1))).isTrue();
        assertThat(leave.covers(MON.plusDays(2))).isFalse();
        assertThat(leave.isOver(MON.plusDays(1))).isFalse();
        assertThat(leave.isOver(MON.plusDays(2))).isTrue();
    }

    @Test
    void aSuspensionThatGoesOnIsNeverOver() {
        Absence suspension = absence(Kind.SUSPENSION, null);
        assertThat(suspension.covers(MON.plusYears(50))).isTrue();
        assertThat(suspension.isOver(MON.plusYears(50))).isFalse();
        assertThat(suspension.days()).isEqualTo(new DayRange(MON, AbsenceFollower.NO_END));
    }
}
