package org.panfeng.study;

import java.util.List;
import java.util.stream.IntStream;

/** The lengths of a streak that are celebrated: 5, 10, 20, 50, 100, 200, 500 … */
final class Milestones {
    private static final int[] SERIES = {5, 10, 20};

    private Milestones() {}

    /** The highest one that so many days have reached; 0 for none. */
    static int highest(int days) {
        return reached(days).stream().reduce(0, (lower, higher) -> higher);
    }

    /** Those that so many days have reached, from the lowest. */
    static List<Integer> reached(int days) {
        return series().takeWhile(milestone -> milestone <= days).boxed().toList();
    }

    /** The next one after so many days. */
    static int next(int days) {
        return series().filter(milestone -> milestone > days).findFirst().orElseThrow();
    }

    private static IntStream series() {
        return IntStream.iterate(1, power -> power <= 100_000_000, power -> 10 * power)
                .flatMap(power -> IntStream.of(SERIES).map(digit -> digit * power));
    }
}
