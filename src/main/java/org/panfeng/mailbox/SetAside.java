package org.panfeng.mailbox;

import java.nio.charset.StandardCharsets;
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

    /** Forgets what was set aside before this instant, and with it what people wrote. */
    public int prune(Instant before) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from set_aside where set_aside_at < :before")
                .bind("before", before)
                .execute());
    }

    /** PostgreSQL takes no NUL and no half of a character in text, and what poisons an update may be just that. */
    private static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\u0000', '\uFFFD');
    }

    /** How many were set aside since this instant. */
    public long countSince(Instant since) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from set_aside where set_aside_at >= :since")
                        .bind("since", since)
                        .mapTo(Long.class)
                        .one());
    }
}
