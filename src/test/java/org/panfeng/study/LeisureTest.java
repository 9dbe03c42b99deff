package org.panfeng.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeisureTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void someSecondsAreThereAtOnceAndThenAFifthOfTheTime() {
        Leisure leisure = new Leisure(0);
        assertThat(leisure.isThere(0)).isTrue();
        leisure.spend(5 * SECOND);
        assertThat(leisure.isThere(0)).isFalse();
        assertThat(leisure.isThere(SECOND)).isTrue();
        leisure.spend(SECOND / 5);
        assertThat(leisure.isThere(SECOND)).isFalse();
    }

    @Test
    void moreThanThatIsNotSavedUp() {
        Leisure leisure = new Leisure(0);
        assertThat(leisure.isThere(1_000 * SECOND)).isTrue();
        leisure.spend(5 * SECOND);
        assertThat(leisure.isThere(1_000 * SECOND)).isFalse();
    }
}
