package org.panfeng;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a command run until somebody presses Ctrl-C or ends the process, and holds the JVM until everything is closed. */
final class Stopping implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 9;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    private Stopping() {}

    static Stopping onSignal() {
        Stopping stopping = new Stopping();
        Runtime.getRuntime().addShutdownHook(new Thread(stopping::stop, "shutdown"));
        return stopping;
    }

    /** Tells the main thread to stop, and waits until it has. */
    private void stop() {
        asked.countDown();
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("Panfeng did not stop in time; what is on its way counts as unknown.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until a stop is asked for. */
    void await() throws InterruptedException {
        asked.await();
    }

    /**
     * Waits until a stop is asked for, but no longer than this.
     *
     * @return whether it was
     */
    boolean await(long millis) throws InterruptedException {
        return asked.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Everything is closed. */
    @Override
    public void close() {
        done.countDown();
    }
}
