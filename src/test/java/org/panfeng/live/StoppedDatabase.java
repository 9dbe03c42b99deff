package org.panfeng.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database of a bot that has stopped, to be changed behind its back. */
final class StoppedDatabase {
    private StoppedDatabase() {}

    static Connection open(Path folder) throws IOException, SQLException {
        Path data = folder.resolve("data");
        // They are held against the file, and would take a change for damage.
        Files.delete(data.resolve("panfeng.journal"));
        Files.delete(data.resolve("panfeng.sums"));
        return DriverManager.getConnection(
                "jdbc:h2:file:" + data.resolve("panfeng")
                        + ";IFEXISTS=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0",
                "panfeng",
                "");
    }
}
