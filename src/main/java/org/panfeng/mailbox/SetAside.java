package org.panfeng.mailbox;

import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/** Updates that could not be handled, kept as they came, with what went wrong. */
public final class SetAside {
    private final Jdbi jdbi;

    public SetAside(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void add(long updateId, String raw, String error, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into set_aside (update_id, raw, error, set_aside_at) values (:id, :raw, :error, :at)
                        on conflict do nothing
                        """)
                .bind("id", updateId)
                .bind("raw", storable(raw))
                .bind("error", storable(error.length() <= 500 ? error : error.substring(0, 500)))
                .bind("at", at)
                .execute());
    }

    /** PostgreSQL takes no NUL in text, and what poisons an update may be just that. */
    private static String storable(String text) {
        return text.replace('\u0000', '\uFFFD');
    }

    public long count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from set_aside")
                .mapTo(Long.class)
                .one());
    }
}
