package org.panfeng.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DayStateTest {
    @Test
    void whatWasDoneOrMadeUpCounts() {
        assertThat(Arrays.stream(DayState.values()).filter(DayState::counts))
                .containsExactly(DayState.DONE, DayState.MADE_UP);
    }

    @Test
    void aMissedDayIsLostEvenIfAFreezeCoversIt() {
        assertThat(Arrays.stream(DayState.values()).filter(DayState::isLost))
                .containsExactly(DayState.FROZEN, DayState.MISSED);
    }
}
