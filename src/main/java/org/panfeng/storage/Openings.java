package org.panfeng.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Counts how often an H2 file was opened, in the file and beside it. H2 opens a file that was cut short as the older state that is left
 * of it, without a word; then the count in the file is lower than the one beside it.
 */
final class Openings {
    private static final String ENDING = ".mv.db";

    private final Path beside;

    Openings(Path file) {
        beside = Path.of(file.toString().replace(ENDING, ".opened"));
    }

    /** Where the count beside the file stands. */
    Path place() {
        return beside;
    }

    /** The count beside the file; 0 where there is none. */
    long beside() {
        try {
            return Files.exists(beside)
                    ? Long.parseLong(Files.readString(beside).strip())
                    : 0;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    /** The count in the file; 0 where Panfeng's tables are not there. */
    static long in(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "opening", null)) {
            if (!tables.next()) {
                return 0;
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(ordinal), 0) from opening")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Counts one more: in the file first, so that a kill between the two is taken for no damage. */
    void count(Connection connection) throws SQLException {
        long next = Math.max(in(connection), beside()) + 1;
        try (Statement statement = connection.createStatement()) {
            // One statement, and so one commit: a kill must never leave the file without its count.
            if (statement.executeUpdate("update opening set ordinal = " + next) == 0) {
                statement.execute("insert into opening (ordinal) values (" + next + ")");
            }
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
        try {
            Files.writeString(beside, next + System.lineSeparator());
        } catch (IOException e) {
            // Only a later warning is lost.
        }
    }
}
