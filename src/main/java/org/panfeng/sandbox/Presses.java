package org.panfeng.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pressed buttons that wait for their answer. Telegram forgets them after about 150 seconds. */
final class Presses {

    private static final Duration KEPT = Duration.ofSeconds(150);
    private static final int REMEMBERED = 50_000;

    record Press(long personId, Instant at) {}

    private final Map<String, Press> open = new LinkedHashMap<>();
    private long last = 4_000_000_000_000_000_000L;

    synchronized String add(long personId, Instant at) {
        String id = Long.toString(++last);
        open.put(id, new Press(personId, at));
        if (open.size() > REMEMBERED) {
            open.remove(open.keySet().iterator().next());
        }
        return id;
    }

    /** Takes it away, so that it can be answered once only. */
    synchronized Press take(String id, Instant now) {
        Press press = open.remove(id);
        if (press == null || press.at().plus(KEPT).isBefore(now)) {
            throw Refusal.badRequest("query is too old and response timeout expired or query ID is invalid");
        }
        return press;
    }
}
