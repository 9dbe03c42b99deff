package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.sse.SseClient;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The open pages, each with a queue and a thread of its own, so that a browser that does not read holds up nobody. A page
 * that falls too far behind is cut off; it connects again by itself and reads the chats anew.
 */
final class EventStreams implements AutoCloseable {

    private static final int BEHIND = 2_000;
    private static final long HEARTBEAT_SECONDS = 15;

    private final String world;
    private final Map<SseClient, BlockingQueue<ObjectNode>> open = new ConcurrentHashMap<>();
    private final Subscription subscription;

    /**
     * @param world tells each page first which world it looks at: after a restart of the whole stand-in it is another one
     */
    EventStreams(String world, Messenger messenger) {
        this.world = world;
        this.subscription = messenger.listen(event -> {
            if (!open.isEmpty()) {
                tell(PageJson.of(event));
            }
        });
    }

    /** Tells every open page. */
    void tell(ObjectNode event) {
        open.forEach((client, queue) -> {
            if (!queue.offer(event)) {
                open.remove(client);
            }
        });
    }

    void open(SseClient client) {
        BlockingQueue<ObjectNode> queue = new ArrayBlockingQueue<>(BEHIND);
        queue.add(Json.object().put("kind", "world").put("world", world));
        client.keepAlive();
        client.onClose(() -> open.remove(client));
        open.put(client, queue);
        Thread writer = new Thread(() -> write(client, queue), "sandbox-page");
        writer.setDaemon(true);
        writer.start();
    }

    private void write(SseClient client, BlockingQueue<ObjectNode> queue) {
        try {
            client.sendComment("open");
            while (open.containsKey(client) && !client.terminated()) {
                send(client, queue.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
            client.close();
        }
    }

    private static void send(SseClient client, @Nullable ObjectNode event) {
        if (event == null) {
            client.sendComment("still here");
        } else {
            client.sendEvent(event.toString());
        }
    }

    @Override
    public void close() {
        subscription.close();
        open.keySet().forEach(SseClient::close);
        open.clear();
    }
}
