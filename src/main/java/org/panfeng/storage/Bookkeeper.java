package org.panfeng.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the journal of an open H2 file. A mark is a number that is committed to the database first and written to the journal afterwards,
 * so the journal never claims more than the file holds; and since H2 writes commits in their order, whoever finds the mark finds
 * everything that was committed before it. Every second in which something was written, the file and then the journal are forced
 * to the disk.
 */
final class Bookkeeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Bookkeeper.class);
    private static final long EVERY_MILLIS = 1000;
    private static final long UNKNOWN = -1;
    /** PostgreSQL's name for it among the states of SQL. */
    private static final String IO_ERROR = "58030";

    private final HikariDataSource pool;
    private final Path file;
    private final String lineage;
    private final Journal journal;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "journal");
    private long mark;
    private long writesSeen = UNKNOWN;
    private volatile String trouble = "";

    private Bookkeeper(HikariDataSource pool, Path file, FileCheck.Mark mark, Journal journal) {
        this.pool = pool;
        this.file = file;
        this.lineage = mark.lineage();
        this.mark = mark.value();
        this.journal = journal;
    }

    /** Counts the opening, and goes on from there. */
    static Bookkeeper open(HikariDataSource pool, Path file) throws SQLException, IOException, Damaged {
        FileCheck.Mark next;
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            Optional<FileCheck.Mark> present = FileCheck.Mark.in(connection);
            // H2 goes back behind a part that it cannot read, and with the checksums that is more than without.
            long promised = Journal.read(file).map(Journal.Entry::mark).orElse(0L);
            if (present.map(FileCheck.Mark::value).orElse(0L) < promised) {
                throw new Damaged("The database " + file
                        + " is damaged: its newest part cannot be read. Put the last good backup in its place.");
            }
            String lineage = present.map(FileCheck.Mark::lineage)
                    .orElseGet(() -> UUID.randomUUID().toString());
            next = new FileCheck.Mark(
                    lineage, present.map(FileCheck.Mark::value).orElse(0L) + 1);
            if (statement.executeUpdate("update journal set mark = " + next.value()) == 0) {
                statement.execute(
                        "insert into journal (id, lineage, mark) values (1, '" + lineage + "', " + next.value() + ")");
            }
        }
        Journal.replace(
                file,
                new Journal.Entry(next.lineage(), next.value(), file.toFile().length(), false));
        Bookkeeper keeper = new Bookkeeper(pool, file, next, Journal.open(file));
        keeper.thread.setDaemon(true);
        keeper.thread.start();
        return keeper;
    }

    /** Counts this transaction: {@link #promise} after its commit demands it. */
    void count(Handle handle) {
        try {
            long next = next(handle.getConnection());
            handle.afterCommit(() -> committed(next));
        } catch (SQLException e) {
            throw new IllegalStateException("The mark cannot be written", e);
        }
    }

    private synchronized void committed(long next) {
        mark = Math.max(mark, next);
    }

    /**
     * Writes down that the transactions counted so far must be there from now on, with everything committed before them.
     *
     * @throws IllegalStateException when that cannot be done: then it must not be promised to anybody
     */
    synchronized void promise() {
        try {
            journal.write(new Journal.Entry(lineage, mark, file.toFile().length(), false));
        } catch (IOException e) {
            throw new IllegalStateException("The journal cannot be written", e);
        }
    }

    private static final String NEXT =
            "select mark from final table (update journal set mark = mark + 1 where id = 1 and mark >= ?)";

    private long next(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setLong(1, known());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("The database lacks what was in it before", IO_ERROR);
                }
                return row.getLong(1);
            }
        }
    }

    private synchronized long known() {
        return mark;
    }

    private void mark() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            mark(connection);
        }
    }

    private void mark(Connection connection) throws SQLException {
        committed(next(connection));
        promise();
    }

    /** What keeps the journal or the file from being written; empty when all is well. */
    String trouble() {
        return trouble;
    }

    private void run() {
        try {
            while (!stopping.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            sync();
            trouble = "";
        } catch (SQLException | IOException | RuntimeException e) {
            String words = Faults.words(e);
            if (!words.equals(trouble)) {
                log.error("The database cannot be written: {}", words);
            }
            trouble = words;
            writesSeen = UNKNOWN;
            // H2 closes its store after a write that failed, and opens the file again once nobody holds the closed one.
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    private void sync() throws SQLException, IOException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            if (writes(statement) == writesSeen) {
                return;
            }
            mark(connection);
            statement.execute("checkpoint sync");
            journal.force();
            writesSeen = writes(statement);
            Compaction.goOn(connection);
        }
    }

    /** How often H2 has written to the file. */
    private static long writes(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select setting_value from information_schema.settings where setting_name = 'info.FILE_WRITE'")) {
            return row.next() ? Long.parseLong(row.getString(1)) : UNKNOWN;
        }
    }

    /** Ends the looking. From here on, until {@link #closed}, the file may become shorter. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join(EVERY_MILLIS);
            mark();
            journal.write(new Journal.Entry(lineage, known(), 0, false));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | IOException | RuntimeException e) {
            log.warn("The journal could not be brought up to date: {}", Faults.words(e));
        }
    }

    /** The file is closed: its size is final. */
    void closed() {
        try {
            Folders.force(file);
            journal.write(new Journal.Entry(lineage, known(), file.toFile().length(), true));
            journal.force();
            journal.close();
        } catch (IOException | UncheckedIOException e) {
            log.warn("The journal could not be closed: {}", Faults.words(e));
        }
    }
}
