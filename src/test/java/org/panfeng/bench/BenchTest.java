package org.panfeng.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The measurements still measure: each kind once, so small that it says nothing about speed. */
class BenchTest {
    private static final Variant BOT =
            Variant.ofClasses().with(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));

    @Test
    void everyUpdateIsAnsweredAndEveryAnswerKept() throws Exception {
        Figures figures = new Throughput(20, 200, 4, false).measure(BOT);
        assertThat(figures.median("updates/s")).isPositive();
        assertThat(figures.median("not answered")).isZero();
        assertThat(figures.median("answers lost")).isZero();
    }

    @Test
    void aNoticeReachesEverybodyOnce() throws Exception {
        Figures figures = new Broadcast(100, "bucket", 200, 4, 0).measure(BOT);
        assertThat(figures.median("% of the rate")).isPositive();
        assertThat(figures.median("not arrived")).isZero();
        assertThat(figures.median("doubled")).isZero();
    }
}
