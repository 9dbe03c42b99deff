package org.panfeng.mailbox;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Letters that are not to be sent any more. To call one back is to mark it: its copies, which may be a hundred thousand, are laid aside by
 * whoever comes across the first of them while looking for something to send.
 */
final class CalledBack {
    private static final int PORTION = 1_000;

    private CalledBack() {}

    /** Calls back all letters about this. */
    static void mark(Handle handle, String about) {
        mark(handle, about, true);
    }

    /** Gives all letters about this back: their copies wait again. */
    static void unmark(Handle handle, String about) {
        mark(handle, about, false);
        handle.createUpdate("""
                        update outbox set state = 0, settled_at = null
                        where state = :aside and letter_id in (select id from letter where about = :about)
                        """)
                .bind("aside", DeliveryState.CALLED_BACK)
                .bind("about", about)
                .execute();
    }

    private static void mark(Handle handle, String about, boolean calledBack) {
        handle.createUpdate("update letter set called_back = :calledBack where about = :about")
                .bind("calledBack", calledBack)
                .bind("about", about)
                .execute();
    }

    /** Whether any of these is a copy of such a letter. */
    static boolean isAmong(Handle handle, List<Row> rows) {
        if (rows.stream().allMatch(row -> row.letter() == 0)) {
            return false;
        }
        Set<Long> letters = new HashSet<>(handle.createQuery("select id from letter where called_back = true")
                .mapTo(Long.class)
                .list());
        return rows.stream().anyMatch(row -> letters.contains(row.letter()));
    }

    /** Lays aside the next copies of such letters that wait in a lane. */
    static void layAside(Handle handle, Lane lane, Instant now) {
        List<Long> copies = handle.createQuery("""
                        select id from outbox where state = 0 and lane = :lane
                          and letter_id in (select l.id from letter l where l.called_back = true)
                        order by state, lane, id limit :most for update skip locked
                        """)
                .bind("lane", lane.ordinal())
                .bind("most", PORTION)
                .mapTo(Long.class)
                .list();
        PreparedBatch batch = handle.prepareBatch("update outbox set state = :aside, settled_at = :now where id = :id");
        copies.forEach(id -> batch.bind("aside", DeliveryState.CALLED_BACK)
                .bind("now", now)
                .bind("id", id)
                .add());
        batch.execute();
    }
}
