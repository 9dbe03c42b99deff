package org.panfeng.bench.botapi;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the server behaves.
 *
 * @param latencyMillis of each request: half of it passes before the request takes effect, half before the answer is there
 * @param limit {@code none}, {@code bucket} or {@code window}: how bulk messages are counted
 * @param perSecond of them
 * @param burst how many messages a chat takes at once, before it takes one a second; 0 for any number
 * @param faults the share of deliveries that fail, from 0 to 1
 * @param storm the share of deliveries that are told to wait although nothing was too many, from 0 to 1
 * @param replySeconds for how long after an update of a chat messages to it count as replies
 */
record Options(
        long latencyMillis,
        String limit,
        int perSecond,
        int burst,
        double faults,
        double storm,
        long seed,
        long replySeconds) {
    static Options of(String... arguments) {
        Map<String, String> given = Arrays.stream(arguments)
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(half -> half[0], half -> half[1]));
        return new Options(
                Long.parseLong(given.getOrDefault("latency", "0")),
                given.getOrDefault("limit", "none"),
                Integer.parseInt(given.getOrDefault("per-second", "30")),
                Integer.parseInt(given.getOrDefault("burst", "0")),
                Double.parseDouble(given.getOrDefault("faults", "0")),
                Double.parseDouble(given.getOrDefault("storm", "0")),
                Long.parseLong(given.getOrDefault("seed", "1")),
                Long.parseLong(given.getOrDefault("reply-seconds", "10")));
    }

    Limit bulk() {
        return switch (limit) {
            case "none" -> Limit.NONE;
            case "bucket" -> Limit.bucket(perSecond, perSecond);
            case "window" -> Limit.window(perSecond);
            default -> throw new IllegalArgumentException("limit=" + limit);
        };
    }

    Limit ofChat() {
        return burst == 0 ? Limit.NONE : Limit.bucket(1, burst);
    }

    /** Nanoseconds until a refusal is known to the sender and the next message could arrive, with a little for its own work. */
    long untilHeard() {
        return (latencyMillis + 100) * 1_000_000;
    }
}
