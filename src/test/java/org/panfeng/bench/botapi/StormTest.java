package org.panfeng.bench.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StormTest {
    private static final long SECOND = 1_000_000_000L;

    private final Tally tally = new Tally();

    @Test
    void aChatThatDoesNotWaitIsNoticed() {
        Storm storm = storm(chance(false));
        assertThat(storm.pass(7, 0, tally)).isEqualTo(2);
        assertThat(storm.pass(8, SECOND / 10, tally)).isZero();
        assertThat(storm.pass(7, 2 * SECOND - 1, tally)).isZero();
        assertThat(tally.json(0)).contains("\"violations\":1");
        assertThat(storm.pass(7, 2 * SECOND, tally)).isZero();
        assertThat(tally.json(0)).contains("\"violations\":1");
    }

    @Test
    void whoeverSendsIsNoticedOnceItIsKnownThatAllAreToWait() {
        Storm storm = storm(chance(true));
        assertThat(storm.pass(7, 0, tally)).isEqualTo(2);
        assertThat(storm.pass(8, SECOND, tally)).isEqualTo(1);
        assertThat(storm.pass(9, SECOND + SECOND / 20, tally)).isEqualTo(1);
        assertThat(tally.json(0)).contains("\"violations\":0");
        assertThat(storm.pass(10, SECOND + SECOND / 5, tally)).isEqualTo(1);
        assertThat(tally.json(0)).contains("\"violations\":1");
        assertThat(storm.pass(11, 2 * SECOND, tally)).isZero();
        assertThat(tally.json(0)).contains("\"violations\":1");
    }

    private static Storm storm(Random chance) {
        return new Storm(0.5, SECOND / 10, chance);
    }

    /** The first request meets a wait of two seconds, no other one does. */
    private static Random chance(boolean isForAll) {
        return new Random() {
            private boolean isOver;

            @Override
            public double nextDouble() {
                boolean isFirst = !isOver;
                isOver = true;
                return isFirst ? 0 : 1;
            }

            @Override
            public int nextInt(int bound) {
                return 1;
            }

            @Override
            public boolean nextBoolean() {
                return isForAll;
            }
        };
    }
}
