package org.panfeng.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MilestonesTest {
    @ParameterizedTest
    @CsvSource({"0,0,5", "4,0,5", "5,5,10", "9,5,10", "10,10,20", "20,20,50", "49,20,50", "50,50,100", "1000,1000,2000"
    })
    void betweenTwoMilestonesOneIsReachedAndTheOtherIsNext(int days, int highest, int next) {
        assertThat(Milestones.highest(days)).isEqualTo(highest);
        assertThat(Milestones.next(days)).isEqualTo(next);
    }

    @Test
    void theyGoOnByFiveTenAndTwenty() {
        assertThat(Milestones.reached(500)).containsExactly(5, 10, 20, 50, 100, 200, 500);
        assertThat(Milestones.reached(499)).containsExactly(5, 10, 20, 50, 100, 200);
        assertThat(Milestones.reached(4)).isEmpty();
    }

    @Test
    void thereIsOneForWhoeverLivesLongest() {
        assertThat(Milestones.highest(Integer.MAX_VALUE)).isEqualTo(2_000_000_000);
        assertThat(Milestones.next(1_999_999_999)).isEqualTo(2_000_000_000);
    }
}
