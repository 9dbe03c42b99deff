package org.panfeng.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import org.panfeng.chat.Language;
import org.panfeng.picture.CannotDraw;
import org.panfeng.picture.HeatMap;
import org.panfeng.picture.SampleYears;

/** What a heat map costs in time of the processor: the first one, which loads font and classes, and one of many. */
final class HeatMapCost {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 50;
    private static final int MEASURED = 200;

    private HeatMapCost() {}

    public static void main(String[] args) throws CannotDraw {
        HeatMap year = SampleYears.full(Language.ZH);
        double first = millis(year);
        for (int i = 0; i < WARM_UP; i++) {
            year.png();
        }
        double[] times = new double[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            times[i] = millis(year);
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "first %.0f ms; then median %.1f ms, lowest %.1f, 95 %% below %.1f; %,d bytes%n",
                first,
                times[MEASURED / 2],
                times[0],
                times[MEASURED * 95 / 100],
                year.png().length);
    }

    private static double millis(HeatMap year) throws CannotDraw {
        long start = THREADS.getCurrentThreadCpuTime();
        year.png();
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }
}
