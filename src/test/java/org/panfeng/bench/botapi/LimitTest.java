package org.panfeng.bench.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aBucketPassesWhatItHoldsAndThenWhatFlowsIn() {
        Limit bucket = Limit.bucket(10, 5);
        assertThat(passed(bucket, 0, 7)).isEqualTo(5);
        assertThat(bucket.pass(0)).isEqualTo(SECOND / 10);
        assertThat(passed(bucket, SECOND / 5, 7)).isEqualTo(2);
    }

    @Test
    void aWindowPassesSoManyInAnySecond() {
        Limit window = Limit.window(10);
        assertThat(passed(window, 0, 6)).isEqualTo(6);
        assertThat(passed(window, SECOND / 2, 6)).isEqualTo(4);
        assertThat(window.pass(SECOND / 2)).isEqualTo(SECOND / 2);
        assertThat(passed(window, SECOND, 20)).isEqualTo(6);
    }

    @Test
    void aGateStaysClosedForWholeSecondsAndNoticesWhoDoesNotWait() {
        Tally tally = new Tally();
        Gate gate = new Gate(Limit.bucket(10, 1), SECOND / 10);
        assertThat(gate.pass(0, tally)).isZero();
        assertThat(gate.pass(0, tally)).isEqualTo(1);
        assertThat(gate.pass(SECOND / 20, tally)).isEqualTo(1);
        assertThat(tally.json(0)).contains("\"violations\":0");
        assertThat(gate.pass(SECOND / 2, tally)).isEqualTo(1);
        assertThat(tally.json(0)).contains("\"violations\":1");
        assertThat(gate.pass(SECOND, tally)).isZero();
    }

    private static long passed(Limit limit, long now, int tries) {
        return IntStream.range(0, tries).filter(i -> limit.pass(now) == 0).count();
    }
}
