package org.panfeng.mailbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Which of the replies that wait may go now: several of a chat, in their order, but none of a chat that has anything on its way, none after
 * one that is not due, and of those that a stop has met on their way only the first. Chosen here, since a database asks for each one anew which
 * others it waits for.
 */
final class ReplyQueue {
    /** So many of the oldest are looked at. */
    private static final int SEEN_AT_ONCE = 10_000;

    private ReplyQueue() {}

    private record Waiting(long id, long chatId, boolean isDue, boolean wasTried) {}

    /** What has been chosen of a chat, and whether more may follow. */
    private static final class Chat {
        private boolean isOpen = true;
        private boolean isEmpty = true;

        boolean admits(Waiting next) {
            boolean isAdmitted = isOpen && next.isDue() && (isEmpty || !next.wasTried());
            isOpen = isAdmitted && !next.wasTried();
            isEmpty = false;
            return isAdmitted;
        }
    }

    /** Locks up to this many. */
    static List<Row> lock(Handle handle, Instant now, int most) {
        List<Waiting> chosen = choose(waiting(handle, now), busyChats(handle), most);
        if (chosen.isEmpty()) {
            return List.of();
        }
        Map<Long, Row> locked = handle
                .createQuery("""
                        select id, lane, chat_id, payload, letter_id, topic_kind, topic_id, topic_of, once, attempts, parts, repeated
                        from outbox where state = 0 and id = any(:ids) order by id for update skip locked
                        """)
                .bindArray("ids", Long.class, chosen.stream().map(Waiting::id).toList())
                .map((row, context) -> Row.of(row))
                .stream()
                .collect(Collectors.toMap(Row::id, row -> row));
        return inOrder(chosen, locked);
    }

    private static List<Waiting> choose(List<Waiting> waiting, Set<Long> busy, int most) {
        Map<Long, Chat> chats = new HashMap<>();
        return waiting.stream()
                .filter(next -> next.chatId() == 0
                        ? next.isDue()
                        : !busy.contains(next.chatId())
                                && chats.computeIfAbsent(next.chatId(), first -> new Chat())
                                        .admits(next))
                .limit(most)
                .toList();
    }

    /** Where somebody else holds one, nothing after it goes to the same chat. */
    private static List<Row> inOrder(List<Waiting> chosen, Map<Long, Row> locked) {
        Set<Long> broken = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        for (Waiting one : chosen) {
            Row row = locked.get(one.id());
            if (row == null) {
                broken.add(one.chatId());
            } else if (one.chatId() == 0 || !broken.contains(one.chatId())) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<Waiting> waiting(Handle handle, Instant now) {
        return handle.createQuery("""
                        select id, chat_id, not_before, attempts from outbox
                        where state = 0 and lane = 0 order by state, lane, id limit :most
                        """)
                .bind("most", SEEN_AT_ONCE)
                .map((row, context) -> new Waiting(
                        row.getLong("id"),
                        row.getLong("chat_id"),
                        !row.getTimestamp("not_before").toInstant().isAfter(now),
                        row.getInt("attempts") > 0))
                .list();
    }

    private static Set<Long> busyChats(Handle handle) {
        return new HashSet<>(handle.createQuery("select chat_id from outbox where state = 1 and chat_id <> 0")
                .mapTo(Long.class)
                .list());
    }
}
