package org.panfeng.mailbox;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The letters read last: a hundred thousand copies of one letter are read once. */
final class Letters {
    private static final int KEPT = 64;

    private final Map<Long, Outgoing> read = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Outgoing> eldest) {
            return size() > KEPT;
        }
    };

    /** What the letters of these rows say. */
    synchronized Map<Long, Outgoing> of(Handle handle, List<Row> rows) {
        Map<Long, Outgoing> needed = new HashMap<>();
        for (Row row : rows) {
            if (row.payload() == null) {
                needed.computeIfAbsent(row.letter(), id -> read.computeIfAbsent(id, unread -> read(handle, unread)));
            }
        }
        return needed;
    }

    private static Outgoing read(Handle handle, long id) {
        return OutgoingJson.read(handle.createQuery("select payload from letter where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }
}
