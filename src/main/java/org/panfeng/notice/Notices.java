package org.panfeng.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Tally;

/** The notices, from the draft to the report. */
final class Notices {
    /** What a notice's parcels are about: the notice, and the person each is for. */
    static final String TOPIC = "notice";

    private final Jdbi jdbi;

    Notices(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    NoticeId draft(long author, long chatId, String body, Instant now) {
        return jdbi.withHandle(handle -> new NoticeId(handle.createUpdate("""
                        insert into notice (author_id, author_chat, body, state, written_at)
                        values (:author, :chat, :body, 'draft', :now)
                        """)
                .bind("author", author)
                .bind("chat", chatId)
                .bind("body", body)
                .bind("now", now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one()));
    }

    Optional<Notice> withId(NoticeId id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, author_chat, body, state, recipients, addressed_at, control_message, delivered, unreachable, failed, in_doubt
                        from notice where id = :id
                        """)
                .bind("id", id.value())
                .map((row, context) -> notice(row))
                .findOne());
    }

    /**
     * Turns a draft into a notice on its way; {@link Addressing} does the rest.
     *
     * @param expected how many recipients it will have, as it looks now
     * @return false when it is no draft any more
     */
    boolean send(NoticeId id, long expected, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update notice set state = 'sending', recipients = :recipients, sent_at = :now
                                where id = :id and state = 'draft'
                                """)
                        .bind("recipients", expected)
                        .bind("now", now)
                        .bind("id", id.value())
                        .execute())
                == 1;
    }

    /**
     * Everybody has a parcel of it.
     *
     * @param recipients everybody it is for, those who could not be written to included
     */
    void addressed(NoticeId id, int recipients, int unreachable, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update notice set recipients = :recipients, unreachable = unreachable + :unreachable, addressed_at = :now
                        where id = :id
                        """)
                .bind("recipients", recipients)
                .bind("unreachable", unreachable)
                .bind("now", now)
                .bind("id", id.value())
                .execute());
    }

    void controlledBy(NoticeId id, long messageId) {
        jdbi.useHandle(handle -> handle.createUpdate("update notice set control_message = :message where id = :id")
                .bind("message", messageId)
                .bind("id", id.value())
                .execute());
    }

    /**
     * Throws a draft away.
     *
     * @return false when it is no draft any more
     */
    boolean cancel(NoticeId id) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update notice set state = 'cancelled' where id = :id and state = 'draft'")
                        .bind("id", id.value())
                        .execute())
                == 1;
    }

    /** Counts recipients whose parcels are settled. */
    void count(NoticeId id, List<Outcome> outcomes) {
        long delivered =
                outcomes.stream().filter(Outcome.Delivered.class::isInstance).count();
        long unreachable =
                outcomes.stream().filter(Outcome.Unreachable.class::isInstance).count();
        long unknown =
                outcomes.stream().filter(Outcome.Unknown.class::isInstance).count();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update notice set delivered = delivered + :delivered, unreachable = unreachable + :unreachable,
                                          failed = failed + :failed, in_doubt = in_doubt + :unknown
                        where id = :id
                        """)
                .bind("delivered", delivered)
                .bind("unreachable", unreachable)
                .bind("failed", outcomes.size() - delivered - unreachable - unknown)
                .bind("unknown", unknown)
                .bind("id", id.value())
                .execute());
    }

    /**
     * Ends a notice whose recipients are all settled.
     *
     * @return false when it had ended already
     */
    boolean finish(NoticeId id, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update notice set state = 'finished', finished_at = :now where id = :id and state = 'sending'")
                        .bind("now", now)
                        .bind("id", id.value())
                        .execute())
                == 1;
    }

    /** The names of those it did not reach for certain, at most this many, by name. */
    List<String> notReached(NoticeId id, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select p.name from person p
                        where p.status = 'enrolled' and (
                          exists (select 1 from outbox o where o.topic_kind = 'notice' and o.topic_id = :id
                                    and o.topic_of = p.id and o.state > 2)
                          or (p.unreachable_since is not null and not exists (
                                select 1 from outbox o where o.topic_kind = 'notice' and o.topic_id = :id and o.topic_of = p.id)))
                        order by p.name_key, p.id
                        limit :most
                        """)
                .bind("id", id.value())
                .bind("most", most)
                .mapTo(String.class)
                .list());
    }

    private static Notice notice(ResultSet row) throws SQLException {
        int recipients = row.getInt("recipients");
        int delivered = row.getInt("delivered");
        int unreachable = row.getInt("unreachable");
        int failed = row.getInt("failed");
        int inDoubt = row.getInt("in_doubt");
        long waiting = Math.max(0, recipients - delivered - unreachable - failed - inDoubt);
        return new Notice(
                new NoticeId(row.getLong("id")),
                row.getLong("author_chat"),
                row.getString("body"),
                Notice.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                recipients,
                row.getTimestamp("addressed_at") != null,
                row.getLong("control_message"),
                new Tally(waiting, delivered, unreachable, failed, inDoubt));
    }
}
