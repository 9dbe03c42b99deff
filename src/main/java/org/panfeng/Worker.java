package org.panfeng;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the slow work that handlers have taken down as rows, in portions, on a thread of its own. Every node may have one: a portion is
 * claimed in the database.
 */
final class Worker implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final long IDLE_MILLIS = 500;
    private static final long LAST_PORTION_MILLIS = 5_000;

    /** Work that is waiting in a table. */
    @FunctionalInterface
    interface Chore {
        /**
         * Does a portion, in a short transaction of its own.
         *
         * @return false when there is nothing to do
         */
        boolean work(Instant now);
    }

    private final List<Chore> chores;
    private final Clock officeClock;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "worker");

    Worker(List<Chore> chores, Clock officeClock) {
        this.chores = List.copyOf(chores);
        this.officeClock = officeClock;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!stopping.await(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
                work();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does everything that is waiting, a portion of each kind in turn. */
    void work() {
        boolean isMore = true;
        while (isMore && stopping.getCount() > 0) {
            isMore = false;
            for (Chore chore : chores) {
                isMore |= isDone(chore);
            }
        }
    }

    /** One that fails does not keep the others from theirs; it is tried again after a pause. */
    private boolean isDone(Chore chore) {
        try {
            return chore.work(officeClock.instant());
        } catch (RuntimeException | Error e) {
            log.error("A portion of work failed and is tried again", e);
            return false;
        }
    }

    /** Waits for the portion at hand; whatever is left is done after the next start. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join(LAST_PORTION_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
