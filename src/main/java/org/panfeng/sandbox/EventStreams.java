package org.panfeng.sandbox;

import io.javalin.http.sse.SseClient;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The open pages, each with a queue and a thread of its own, so that a browser that does not read holds up nobody. A page
 * that falls too far behind is cut off; it connects again by itself and reads the chat anew.
 */
final class EventStreams implements AutoCloseable {

    private static final int BEHIND = 2_000;
    private static final long HEARTBEAT_SECONDS = 15;

    private final Messenger messenger;
    private final Set<SseClient> open = ConcurrentHashMap.newKeySet();

    EventStreams(Messenger messenger) {
        this.messenger = messenger;
    }

    void open(SseClient client) {
        BlockingQueue<Event> queue = new ArrayBlockingQueue<>(BEHIND);
        Subscription subscription = messenger.listen(event -> {
            if (!queue.offer(event)) {
                open.remove(client);
            }
        });
        client.keepAlive();
        client.onClose(() -> {
            subscription.close();
            open.remove(client);
        });
        open.add(client);
        Thread writer = new Thread(() -> write(client, queue), "sandbox-page");
        writer.setDaemon(true);
        writer.start();
    }

    private void write(SseClient client, BlockingQueue<Event> queue) {
        try {
            client.sendComment("open");
            while (open.contains(client) && !client.terminated()) {
                send(client, queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            client.close();
        }
    }

    private static void send(SseClient client, @Nullable Event event) {
        if (event == null) {
            client.sendComment("still here");
        } else {
            client.sendEvent(PageJson.of(event).toString());
        }
    }

    @Override
    public void close() {
        open.forEach(SseClient::close);
        open.clear();
    }
}
