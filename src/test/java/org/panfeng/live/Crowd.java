package org.panfeng.live;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** People who use their phones at random moments, on a thread of their own. */
final class Crowd implements AutoCloseable {
    private static final int LONGEST_PAUSE_MILLIS = 12;

    private final List<Actor> actors = new CopyOnWriteArrayList<>();
    private final Random random;
    private final Thread thread = new Thread(this::run, "crowd");
    private volatile boolean isOver;
    private volatile @Nullable Throwable failure;

    Crowd(long seed) {
        this.random = new Random(seed);
    }

    void join(Actor actor) {
        actors.add(actor);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!isOver) {
                actors.get(random.nextInt(actors.size())).act(random);
                Await.pause(random.nextInt(LONGEST_PAUSE_MILLIS));
            }
        } catch (Throwable e) {
            failure = e;
        }
    }

    /** Fails as soon as one of them could not go on. */
    void check() {
        if (failure != null) {
            throw new AssertionError("Somebody could not go on", failure);
        }
    }

    @Override
    public void close() {
        isOver = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
