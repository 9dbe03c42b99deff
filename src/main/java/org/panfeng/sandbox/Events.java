package org.panfeng.sandbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells listeners what happened, in order and on a thread of its own, so that no listener ever holds up a chat. */
final class Events implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Events.class);

    private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService herald = herald();

    Subscription listen(Consumer<Event> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void publish(Event event) {
        if (!listeners.isEmpty() && !herald.isShutdown()) {
            herald.execute(() -> listeners.forEach(listener -> tell(listener, event)));
        }
    }

    private static void tell(Consumer<Event> listener, Event event) {
        try {
            listener.accept(event);
        } catch (RuntimeException broken) {
            log.warn("A listener of the sandbox failed", broken);
        }
    }

    @Override
    public void close() {
        herald.shutdownNow();
    }

    private static ExecutorService herald() {
        return new ThreadPoolExecutor(
                0,
                1,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> {
                    Thread thread = new Thread(work, "sandbox-events");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }
}
