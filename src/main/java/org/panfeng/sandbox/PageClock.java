package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The clock in the page's corner, and what takes a while on the stage: one thing at a time, while every open page watches. */
final class PageClock implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PageClock.class);

    /** A life that takes longer than a minute to live is not worth waiting for, and cannot be stopped. */
    private static final Duration FARTHEST = Duration.ofDays(31);

    private final World world;
    private final @Nullable Stage stage;
    private final EventStreams streams;
    private final AtomicBoolean isBusy = new AtomicBoolean();
    private final ExecutorService stagehand = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "sandbox-stage");
        thread.setDaemon(true);
        return thread;
    });

    PageClock(World world, @Nullable Stage stage, EventStreams streams) {
        this.world = world;
        this.stage = stage;
        this.streams = streams;
    }

    /** What the page shows: the time, whether it is passing quickly, and where one may go. */
    ObjectNode json() {
        Instant now = stage == null ? world.clock().instant() : stage.clock().now();
        ObjectNode json = Json.object()
                .put("now", now.toString())
                .put("zone", (stage == null ? ZoneOffset.UTC : stage.clock().zone()).getId())
                .put("busy", isBusy.get())
                .put("restarts", stage != null);
        ArrayNode jumps = json.putArray("jumps");
        if (stage != null && !isBusy.get()) {
            for (OfficeClock.Jump jump : stage.clock().jumps()) {
                jumps.addObject()
                        .put("zh", jump.labelZh())
                        .put("en", jump.labelEn())
                        .put("target", jump.target().toString());
            }
        }
        return json;
    }

    /**
     * Begins to let the time pass until an instant, such as {@code 2026-11-16T00:30:00Z}.
     *
     * @return what the page shows meanwhile
     */
    ObjectNode moveTo(String target) {
        Stage moved = moved();
        Instant instant = instant(target);
        Instant now = moved.clock().now();
        if (instant.isBefore(now) || instant.isAfter(now.plus(FARTHEST))) {
            throw new IllegalArgumentException(
                    "The clock goes forward only, and at most " + FARTHEST.toDays() + " days");
        }
        return begin(() -> moved.clock().moveTo(instant));
    }

    ObjectNode restartBot() {
        Stage moved = moved();
        return begin(moved::restartBot);
    }

    private Stage moved() {
        if (stage == null) {
            throw new IllegalStateException("Here only the chats can be moved");
        }
        return stage;
    }

    private static Instant instant(String target) {
        try {
            return Instant.parse(target);
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "The target must be an instant such as 2026-11-16T00:30:00Z", unreadable);
        }
    }

    private ObjectNode begin(Runnable act) {
        if (isBusy.getAndSet(true)) {
            throw new IllegalStateException("The clock is moving already");
        }
        streams.tell(json().put("kind", "clock"));
        stagehand.execute(() -> {
            try {
                act.run();
            } catch (RuntimeException broken) {
                log.warn("The sandbox could not do what the page asked for", broken);
            } finally {
                isBusy.set(false);
                streams.tell(json().put("kind", "clock"));
            }
        });
        return json();
    }

    @Override
    public void close() {
        stagehand.shutdownNow();
    }
}
