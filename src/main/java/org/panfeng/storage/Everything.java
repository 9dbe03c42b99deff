package org.panfeng.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** Reads every row of a database, so that damage inside it is found before somebody needs the row. */
public final class Everything {
    private Everything() {}

    /** How much there was. */
    public record Read(long rows, int tables) {}

    /**
     * @param progress hears now and then how many rows have been read
     * @throws SQLException when a part of the database cannot be read
     */
    public static Read read(DataSource database, LongConsumer progress) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Contents contents = Contents.of(connection, progress);
            return new Read(contents.rows(), contents.tables().size());
        }
    }
}
