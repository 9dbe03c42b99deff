package org.panfeng.live;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits, in real time, for something that another process does. */
final class Await {
    private static final long LOOK_EVERY_MILLIS = 20;

    private Await() {}

    /** Fails when it is not so in time; what is looked at may fail earlier. */
    static void until(String what, Duration atMost, BooleanSupplier isSo) {
        until(() -> what, atMost, isSo);
    }

    /** The same, where what is missing is only known at the end. */
    static void until(Supplier<String> what, Duration atMost, BooleanSupplier isSo) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("Not within " + atMost + ": " + what.get());
            }
            pause(LOOK_EVERY_MILLIS);
        }
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
