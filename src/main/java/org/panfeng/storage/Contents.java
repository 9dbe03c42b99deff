package org.panfeng.storage;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is in a database, as a number of rows and a hash per table. The hash is a sum over the rows, so that their order does not
 * matter. Two databases with the same contents have the same hashes.
 *
 * @param tables by name
 */
record Contents(Map<String, Table> tables) {
    private static final int TELL_EVERY = 100_000;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);

    /** What a table holds: the hash has 32 hexadecimal digits. */
    record Table(long rows, String hash) {}

    Contents {
        tables = new TreeMap<>(tables);
    }

    /**
     * Reads every row of every table, in one snapshot if the connection's transaction is one.
     *
     * @param progress hears now and then how many rows have been read
     * @throws SQLException also when a part of the file is damaged
     */
    static Contents of(Connection connection, LongConsumer progress) throws SQLException {
        Map<String, Table> tables = new TreeMap<>();
        long read = 0;
        try (Statement statement = connection.createStatement()) {
            // Otherwise H2 collects a whole table before it hands out the first row.
            statement.execute("set lazy_query_execution 1");
            for (String table : names(statement)) {
                Table contents = read(statement, table, read, progress);
                read += contents.rows();
                tables.put(table, contents);
            }
        }
        return new Contents(tables);
    }

    private static List<String> names(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("""
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'journal'
                order by table_name
                """)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private static Table read(Statement statement, String table, long before, LongConsumer progress)
            throws SQLException {
        MessageDigest digest = sha256();
        BigInteger sum = BigInteger.ZERO;
        long rows = 0;
        try (ResultSet row = statement.executeQuery("select * from \"" + table + "\"")) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int column = 1; column <= columns; column++) {
                    update(digest, row.getString(column));
                }
                sum = sum.add(new BigInteger(1, digest.digest(), 0, 16)).mod(MODULUS);
                rows++;
                if ((before + rows) % TELL_EVERY == 0) {
                    progress.accept(before + rows);
                }
            }
        }
        return new Table(rows, String.format("%032x", sum));
    }

    /** With its length, so that no two rows run into the same text. */
    private static void update(MessageDigest digest, @Nullable String value) {
        byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        digest.update(
                ByteBuffer.allocate(4).putInt(value == null ? -1 : bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    long rows() {
        return tables.values().stream().mapToLong(Table::rows).sum();
    }
}
