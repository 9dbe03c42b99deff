package org.panfeng.telegram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.panfeng.mailbox.Intake;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one batch of what arrives on many connections: whoever comes while a batch is being committed joins the next one, and nobody waits
 * for company.
 */
final class GroupCommit implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final int MOST = 100;
    /** More than this cannot be answered in time; the messenger hands it in again. */
    private static final int LONGEST_QUEUE = 10_000;

    private record Waiting(Intake.Arrival arrival, CompletableFuture<Boolean> durable) {}

    private final Consumer<List<Intake.Arrival>> intake;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);
    private final Thread thread = new Thread(this::run, "webhook");
    private final ExecutorService answers = Executors.newSingleThreadExecutor(GroupCommit::daemon);
    private volatile boolean stopping;

    /**
     * @param intake makes a batch durable before it returns, or throws
     */
    GroupCommit(Consumer<List<Intake.Arrival>> intake) {
        this.intake = intake;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "webhook-answers");
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Completes with whether the update is durable, on a thread of this object's. */
    CompletableFuture<Boolean> take(Intake.Arrival arrival) {
        Waiting waiting = new Waiting(arrival, new CompletableFuture<>());
        if (stopping || !queue.offer(waiting)) {
            waiting.durable().complete(false);
        } else if (stopping) {
            giveUp();
        }
        return waiting.durable();
    }

    private void run() {
        while (!stopping) {
            try {
                Waiting first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    take(first);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void take(Waiting first) {
        List<Waiting> batch = new ArrayList<>(List.of(first));
        queue.drainTo(batch, MOST - 1);
        boolean isDurable = commit(batch);
        answers.execute(() -> batch.forEach(waiting -> waiting.durable().complete(isDurable)));
    }

    /** In the order of their numbers: two connections may have changed the order in which somebody did two things. */
    private boolean commit(List<Waiting> batch) {
        try {
            intake.accept(batch.stream()
                    .map(Waiting::arrival)
                    .sorted(Comparator.comparingLong(Intake.Arrival::updateId))
                    .toList());
            return true;
        } catch (RuntimeException | Error e) {
            log.error(
                    "A batch of {} could not be stored ({}); it has to be handed in again", batch.size(), e.getClass());
            return false;
        }
    }

    private void giveUp() {
        List<Waiting> rest = new ArrayList<>();
        queue.drainTo(rest);
        rest.forEach(waiting -> waiting.durable().complete(false));
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(4));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        giveUp();
        answers.shutdown();
    }
}
