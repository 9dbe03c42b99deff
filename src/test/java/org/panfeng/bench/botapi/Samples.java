package org.panfeng.bench.botapi;

import java.util.Arrays;

/** Durations in nanoseconds, and what share of them was shorter. */
final class Samples {
    private long[] values = new long[1024];
    private int size;

    void add(long nanos) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = nanos;
    }

    int size() {
        return size;
    }

    /** In milliseconds; 0 where nothing was measured. */
    double[] percentiles(double... shares) {
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return Arrays.stream(shares)
                .map(share -> size == 0 ? 0 : sorted[(int) Math.min(size - 1, share * size)] / 1e6)
                .toArray();
    }
}
