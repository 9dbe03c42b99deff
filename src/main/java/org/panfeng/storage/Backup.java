package org.panfeng.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes a sealed copy of an H2 database, also while it is in use. Every row is read twice, for the hashes and for the script, in one
 * snapshot: what cannot be read fails the backup, and so is found.
 */
public final class Backup {
    private final DataSource database;
    private final String version;
    private volatile @Nullable Statement running;

    /**
     * @param version of this Panfeng
     */
    public Backup(DataSource database, String version) {
        this.database = database;
        this.version = version;
    }

    /**
     * What was made.
     *
     * @param bytes size of the file
     */
    public record Made(Path file, long rows, int tables, long bytes) {}

    /**
     * @param to takes the place of a file that is there, once it is complete
     * @param now written into the backup
     * @param progress hears now and then how far it is
     * @throws IOException when the file cannot be written
     * @throws SQLException when the database cannot be read
     */
    public Made make(Path to, Instant now, Consumer<String> progress) throws IOException, SQLException {
        Path data = beside(to, ".data");
        Path next = beside(to, ".new");
        try {
            Manifest manifest = write(data, now, progress);
            Sealed.write(next, manifest, data);
            Files.move(next, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            Folders.sync(to);
            return new Made(
                    to, manifest.contents().rows(), manifest.contents().tables().size(), Files.size(to));
        } finally {
            Files.deleteIfExists(data);
            Files.deleteIfExists(next);
        }
    }

    private static Path beside(Path file, String ending) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return file.resolveSibling(file.getFileName() + ending);
    }

    private Manifest write(Path data, Instant now, Consumer<String> progress) throws IOException, SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            running = statement;
            connection.setAutoCommit(false);
            statement.execute("set session characteristics as transaction isolation level snapshot");
            try {
                Contents contents = Contents.of(connection, rows -> progress.accept(rows + " rows read"));
                statement.execute(
                        "script to '" + data.toString().replace("'", "''") + "' compression gzip charset 'UTF-8'");
                return new Manifest(version, schema(statement), now, Sealed.sha256(data), contents);
            } finally {
                running = null;
                connection.rollback();
                statement.execute("set session characteristics as transaction isolation level read committed");
                connection.setAutoCommit(true);
            }
        }
    }

    /** Gives up what is under way, from another thread. */
    public void cancel() {
        Statement statement = running;
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                // It has ended by itself.
            }
        }
    }

    static String schema(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("""
                select "version" from "flyway_schema_history" where "success" and "version" is not null
                order by "installed_rank" desc limit 1
                """)) {
            return row.next() ? row.getString(1) : "0";
        }
    }
}
