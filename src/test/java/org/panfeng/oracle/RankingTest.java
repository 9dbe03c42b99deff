package org.panfeng.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panfeng.oracle.Ranking.Entrant;

class RankingTest {
    @Test
    void equalStreaksShareAPlaceAndTheNextCountsEverybodyBeforeIt() {
        assertThat(Ranking.of(List.of(
                        new Entrant(1, "c", 0, 9),
                        new Entrant(2, "b", 5, 5),
                        new Entrant(3, "a", 5, 5),
                        new Entrant(4, "d", 5, 7),
                        new Entrant(5, "a", 5, 5))))
                .extracting(
                        standing -> standing.place() + ":" + standing.entrant().id())
                .containsExactly("1:4", "1:3", "1:5", "1:2", "5:1");
    }

    @Test
    void namesAreInTheOrderOfTheirCodePoints() {
        assertThat(Ranking.of(List.of(
                        new Entrant(1, "😀", 1, 1), new Entrant(2, "\uff21", 1, 1), new Entrant(3, "\uff21b", 1, 1))))
                .extracting(standing -> standing.entrant().id())
                .containsExactly(2L, 3L, 1L);
    }

    @Test
    void aPeriodCountsWhatWasDoneAndMadeUpInIt() {
        Diary diary = new Diary("2026-11-02T08:00")
                .doneFrom("2026-11-02", "2026-11-05")
                .finished("2026-11-06", "2026-11-09T09:00");
        Oracle.Result result = diary.at("2026-11-10T09:00");
        assertThat(Ranking.days(result, LocalDate.of(2026, 11, 3), LocalDate.of(2026, 11, 6)))
                .isEqualTo(4);
        assertThat(Ranking.days(result, LocalDate.of(2026, 11, 7), LocalDate.of(2026, 11, 10)))
                .isZero();
    }
}
