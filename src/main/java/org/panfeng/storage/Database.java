package org.panfeng.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;

/** The open database, migrated: H2 in a file or in memory, or PostgreSQL. */
public final class Database implements AutoCloseable {
    private static final int IN_USE = 90020;
    private static final int WRONG_PASSWORD = 28000;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final boolean isEmbedded;
    private final Optional<Path> file;
    private final Optional<BlockSums> sums;
    private final Optional<Bookkeeper> bookkeeper;
    private volatile @Nullable Hatch hatch;

    private Database(
            HikariDataSource pool,
            boolean isEmbedded,
            Optional<Path> file,
            Optional<Bookkeeper> bookkeeper,
            Optional<BlockSums> sums) {
        this.sums = sums;
        this.pool = pool;
        this.file = file;
        this.bookkeeper = bookkeeper;
        this.jdbi = Jdbi.create(pool);
        this.jdbi.registerArrayType(Long.class, "bigint");
        // The arguments of a failed statement can be what a person wrote, and the message of its exception may be
        // logged.
        this.jdbi.configure(StatementExceptions.class, said -> said.setMessageRendering(MessageRendering.NONE));
        this.isEmbedded = isEmbedded;
    }

    /**
     * Opens the database and brings its tables up to date.
     *
     * @throws Unusable with words for the operator when it cannot be opened
     */
    public static Database open(Address address) throws Unusable {
        Optional<Path> file = H2Url.file(address.url());
        HikariDataSource pool = null;
        Optional<BlockSums> sums = Optional.empty();
        SummedFiles.register();
        try {
            if (file.isPresent()) {
                Folders.prepare(file.get());
                new FileCheck(address, file.get()).run();
                sums = Optional.of(BlockSums.open(file.get(), Journal.read(file.get())));
            }
            pool = pool(address);
            migrations(Flyway.configure(Database.class.getClassLoader()).dataSource(pool))
                    .migrate();
            Optional<Bookkeeper> keeper =
                    file.isPresent() ? Optional.of(Bookkeeper.open(pool, file.get())) : Optional.empty();
            return new Database(pool, H2Url.is(address.url()), file, keeper, sums);
        } catch (Damaged damaged) {
            if (pool != null) {
                pool.close();
            }
            sums.ifPresent(Database::close);
            throw damaged;
        } catch (HikariPool.PoolInitializationException | FlywayException | SQLException | IOException e) {
            if (pool != null) {
                pool.close();
            }
            sums.ifPresent(Database::close);
            throw words(e, address, file);
        }
    }

    /** Whether this is an H2 file, which is ours to back up. */
    public static boolean isFile(Address address) {
        return H2Url.file(address.url()).isPresent();
    }

    /**
     * For commands that only look: they should find a database, not make one.
     *
     * @throws Unusable when there is none
     */
    public static void checkIsThere(Address address) throws Unusable {
        Optional<Path> file = H2Url.file(address.url());
        if (file.isPresent() && !Files.exists(file.get())) {
            throw new Unusable("There is no database at " + file.get()
                    + ". Start this command where the bot runs, or name the database in database.url.");
        }
    }

    private static HikariDataSource pool(Address address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("panfeng");
        config.setJdbcUrl(H2Url.is(address.url()) ? H2Url.complete(address.url()) : address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        if (!H2Url.is(address.url())) {
            // Without these a connection whose other end has vanished is waited for without an end.
            config.addDataSourceProperty("connectTimeout", "5");
            config.addDataSourceProperty("socketTimeout", "180");
            config.addDataSourceProperty("tcpKeepAlive", "true");
        }
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(1);
        return new HikariDataSource(config);
    }

    /** Whether these tables were made by a newer Panfeng. */
    static boolean isOfTheFuture(String url, String user, String password) {
        FluentConfiguration where =
                Flyway.configure(Database.class.getClassLoader()).dataSource(url, user, password);
        return Arrays.stream(migrations(where).info().all())
                .anyMatch(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS);
    }

    private static Flyway migrations(FluentConfiguration where) {
        return where.locations("classpath:org/panfeng/migration")
                .javaMigrations(new QuartzTables(), new RoomyIdentities(), new LeanTables())
                .load();
    }

    private static Unusable words(Exception failure, Address address, Optional<Path> file) {
        Optional<SQLException> sql = sqlCause(failure);
        int code = sql.map(SQLException::getErrorCode).orElse(0);
        if (file.isEmpty()) {
            return new Unusable("The database at " + address + " cannot be opened: "
                    + sql.map(SQLException::getMessage).orElseGet(() -> String.valueOf(failure.getMessage()))
                    + " Check that the server runs, and database.url, .user and .password.");
        } else if (code == IN_USE) {
            return new InUse(file.get());
        } else if (code == WRONG_PASSWORD) {
            return new Unusable("The database " + file.get()
                    + " refuses the user or password. Check database.user and database.password.");
        } else if (Faults.isOfTheDisk(failure)) {
            return new Unusable(
                    "The database " + file.get() + " cannot be opened: " + Faults.words(failure)
                            + ". Nothing is lost; make room, or give the user that runs Panfeng the right to write, and start again.");
        }
        return new Damaged("The database " + file.get()
                + " is damaged or not Panfeng's. Nothing was changed. Put the last good backup in its place; "
                + "keep a copy of the damaged file.");
    }

    private static Optional<SQLException> sqlCause(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && !(cause instanceof java.sql.SQLTransientConnectionException)) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    public DataSource dataSource() {
        return pool;
    }

    /** Whether no other process can share this database. */
    public boolean isEmbedded() {
        return isEmbedded;
    }

    /** The H2 file; empty for a database in memory or on a server. */
    public Optional<Path> file() {
        return file;
    }

    /**
     * Lets other processes on this machine ask for work on this file; does nothing for other databases.
     *
     * @throws Unusable when the port or the file that names it cannot be had
     */
    public void serve(Hatch.Clerk clerk) throws Unusable {
        if (file.isPresent()) {
            try {
                hatch = Hatch.open(file.get(), clerk);
            } catch (IOException e) {
                throw new Unusable("The file " + Hatch.of(file.get()) + " cannot be written: " + Faults.words(e) + ".");
            }
        }
    }

    private static void close(BlockSums sums) {
        try {
            sums.close();
        } catch (IOException e) {
            // They are missed by nobody but the next check, which then knows fewer blocks.
        }
    }

    /**
     * Reads everything: every row, and of an H2 file every block.
     *
     * @param progress hears now and then how many rows have been read
     * @throws SQLException when a part cannot be read
     * @throws IOException when a part is not what was written
     */
    public Everything.Read readEverything(LongConsumer progress) throws SQLException, IOException {
        if (sums.isPresent()) {
            sums.get().check();
        }
        return Everything.read(pool, progress);
    }

    /** What keeps the database from being written; empty when all is well. */
    public String trouble() {
        return bookkeeper.map(Bookkeeper::trouble).orElse("");
    }

    /** In a few words, without secrets. */
    public String description() {
        return isEmbedded ? "H2" : "PostgreSQL";
    }

    /** To be called at the end of a transaction that somebody will be told of: {@link #promise} demands what is committed with it. */
    public void count(Handle handle) {
        bookkeeper.ifPresent(keeper -> keeper.count(handle));
    }

    /**
     * To be called before somebody is told of transactions that were counted: from here on a database that lacks them is refused.
     *
     * @throws RuntimeException when that cannot be written down, so that nobody must be told
     */
    public void promise() {
        bookkeeper.ifPresent(Bookkeeper::promise);
    }

    @Override
    public void close() {
        if (pool.isClosed()) {
            return;
        }
        Hatch open = hatch;
        if (open != null) {
            open.close();
        }
        bookkeeper.ifPresent(Bookkeeper::close);
        pool.close();
        sums.ifPresent(Database::close);
        bookkeeper.ifPresent(Bookkeeper::closed);
    }
}
