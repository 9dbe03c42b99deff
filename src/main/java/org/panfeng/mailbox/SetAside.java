package org.panfeng.mailbox;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** Updates that could not be handled, kept as they came, with what went wrong. */
public final class SetAside {
    private final Jdbi jdbi;
    private final List<Runnable> requested = new CopyOnWriteArrayList<>();

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
                .bind("error", storable(shortened(error)))
                .bind("at", at)
                .execute());
    }

    /**
     * An update that waits for somebody to look at it.
     *
     * @param error what went wrong last; may hold what a person wrote
     * @param at when it was received
     */
    public record Kept(long updateId, String raw, String error, Instant at) {}

    /** The oldest, at most so many. */
    public List<Kept> oldest(int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select update_id, raw, error, set_aside_at from set_aside order by set_aside_at, update_id limit :most")
                .bind("most", most)
                .map((row, context) -> kept(row))
                .list());
    }

    /** This one, which nobody else can take before the caller's transaction ends; empty where it is gone. */
    public Optional<Kept> hold(long updateId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select update_id, raw, error, set_aside_at from set_aside where update_id = :id for update")
                .bind("id", updateId)
                .map((row, context) -> kept(row))
                .findOne());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("update_id"),
                row.getString("raw"),
                row.getString("error"),
                row.getTimestamp("set_aside_at").toInstant());
    }

    /** It was handled after all. */
    public void remove(long updateId) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from set_aside where update_id = :id")
                .bind("id", updateId)
                .execute());
    }

    /** It was tried again, and this went wrong; it waits for another request. */
    public void failedAgain(long updateId, String error) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update set_aside set error = :error, retry_for = null where update_id = :id")
                .bind("error", storable(shortened(error)))
                .bind("id", updateId)
                .execute());
    }

    /**
     * Somebody who wants updates tried again.
     *
     * @param chatId who hears how it went
     * @param language two letters
     */
    public record Asker(long chatId, String language) {}

    /**
     * Asks that this one be tried again.
     *
     * @return false where it is gone, or asked for already
     */
    public boolean request(long updateId, Asker asker) {
        return request("update_id = :id", updateId, asker) > 0;
    }

    /** Asks that everything be tried again, and returns how much that is. */
    public int requestAll(Asker asker) {
        return request("update_id >= :id", Long.MIN_VALUE, asker);
    }

    /** Calls this after each commit that asks for something to be tried again. */
    public void onRequested(Runnable listener) {
        requested.add(listener);
    }

    private int request(String which, long id, Asker asker) {
        return jdbi.withHandle(handle -> handle.afterCommit(() -> requested.forEach(Runnable::run))
                .createUpdate(
                        "update set_aside set retry_for = :chat, retry_language = :language where retry_for is null and "
                                + which)
                .bind("chat", asker.chatId())
                .bind("language", asker.language())
                .bind("id", id)
                .execute());
    }

    /** What is to be tried again, by who has asked, the oldest first. */
    public Map<Asker, List<Long>> requested() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                select update_id, retry_for, retry_language from set_aside
                                where retry_for is not null order by set_aside_at, update_id
                                """)
                .map((row, context) -> Map.entry(
                        new Asker(row.getLong("retry_for"), row.getString("retry_language")), row.getLong("update_id")))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    /** How many there are. */
    public long count() {
        return countSince(Instant.EPOCH);
    }

    private static String shortened(String error) {
        return error.length() <= 500 ? error : error.substring(0, 500);
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
