package org.panfeng.live;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a stopped bot has written down, read with nothing of the bot's own. */
final class Books implements AutoCloseable {
    private static final List<String> STATES =
            List.of("waiting", "sending", "delivered", "unreachable", "refused", "unknown");

    private final Connection connection;

    Books(Path folder) throws SQLException {
        connection = DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("data").resolve("panfeng")
                        + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "panfeng",
                "");
    }

    /** An answer as it is stored; questions count from 1. */
    record Stored(long person, int question, String given, boolean isRight) {}

    /** How many messages were to come into a chat, how many did for certain, and how often that was tried again. */
    record Sends(int parcels, int delivered, int repeats) {}

    /** How far a notice got, and how many messages of it are written down as delivered, and as unknown. */
    record Notice(String words, String state, int recipients, int delivered, int inDoubt, int sent, int unknown) {}

    /** What became of one message: its state in a word, whether it was sent again, and what was said about it last. */
    record Receipt(long chat, String state, boolean isRepeated, String outcome) {}

    List<Stored> answers() throws SQLException {
        return list("""
                select p.telegram_id, a.question, a.given, a.correct from answer a
                join task t on t.id = a.task_id join person p on p.id = t.person_id
                """, row -> new Stored(row.getLong(1), row.getInt(2) + 1, row.getString(3), row.getBoolean(4)));
    }

    /** Current and longest streak of each person, as text. */
    List<String> streaks() throws SQLException {
        return list("""
                select p.telegram_id, s.current_days, s.longest_days from streak s
                join person p on p.id = s.person_id order by 1
                """, row -> row.getLong(1) + ": " + row.getInt(2) + " of " + row.getInt(3));
    }

    /** The ledger, as text. */
    List<String> ledger() throws SQLException {
        return list("""
                select p.telegram_id, l.state from ledger l
                join person p on p.id = l.person_id order by 1
                """, row -> row.getLong(1) + ": " + row.getString(2));
    }

    long unsettled() throws SQLException {
        return count("select count(*) from outbox where state < 2") + count("select count(*) from bundle");
    }

    long setAside() throws SQLException {
        return count("select count(*) from set_aside");
    }

    /** How many messages, edits and other things were tried more than once. */
    long triedAgain() throws SQLException {
        return count("select count(*) from outbox where attempts > 1");
    }

    /** Delivered is what was posted and does not stand in the outbox as anything else. */
    Sends sends(long chat) throws SQLException {
        return list("""
                        select p.posted, p.posted - o.undelivered, o.repeats
                        from (select count(*) as posted from posting where chat_id = %1$d and message) p,
                          (select count(*) filter (where state <> 2) as undelivered, coalesce(sum(attempts - 1), 0) as repeats
                           from outbox where chat_id = %1$d
                             and (payload is null or payload like '%%"do":"send"%%')) o
                        """.formatted(chat), row -> new Sends(row.getInt(1), row.getInt(2), row.getInt(3)))
                .get(0);
    }

    List<Notice> notices() throws SQLException {
        return list(
                """
                select n.body, n.state, n.recipients, n.delivered, n.in_doubt,
                  (select count(*) from outbox o where o.topic_kind = 'notice' and o.topic_id = n.id and o.state = 2),
                  (select count(*) from outbox o where o.topic_kind = 'notice' and o.topic_id = n.id and o.state = 5)
                from notice n order by n.id
                """,
                row -> new Notice(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7)));
    }

    /** What became of each message about a topic of this kind. */
    List<Receipt> receipts(String topicKind) throws SQLException {
        return list(
                "select chat_id, state, repeated, outcome from outbox where topic_kind = '" + topicKind
                        + "' order by id",
                row -> new Receipt(row.getLong(1), STATES.get(row.getInt(2)), row.getBoolean(3), row.getString(4)));
    }

    /** Who is marked as somebody whom no message reaches. */
    List<Long> unreachable() throws SQLException {
        return list("select telegram_id from person where unreachable_since is not null", row -> row.getLong(1));
    }

    /** The notices, and everything that was on its way or waited, as text. */
    String unfinished() throws SQLException {
        List<String> waiting = list("""
                select chat_id, lane, state, attempts, not_before, lease_until, outcome, substring(payload, 1, 120)
                from outbox where state < 2 order by id limit 20
                """, Books::words);
        List<String> bundles = list("select id, size, lease_until from bundle order by id limit 20", Books::words);
        List<String> addressings = list("select * from notice_addressing order by notice_id", Books::words);
        List<String> aside = list("select update_id, error from set_aside", Books::words);
        return "notices %s%naddressings %s%noutbox %s%nbundles %s%nset aside %s"
                .formatted(notices(), addressings, waiting, bundles, aside);
    }

    private static String words(ResultSet row) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.add(row.getMetaData().getColumnLabel(i) + "=" + row.getString(i));
        }
        return columns.toString();
    }

    private long count(String sql) throws SQLException {
        return list(sql, row -> row.getLong(1)).get(0);
    }

    /** Reads a row. */
    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String sql, Reader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(reader.read(result));
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
