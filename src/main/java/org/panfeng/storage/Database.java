package org.panfeng.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
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
    private final Optional<Bookkeeper> bookkeeper;

    private Database(HikariDataSource pool, boolean isEmbedded, Optional<Bookkeeper> bookkeeper) {
        this.pool = pool;
        this.bookkeeper = bookkeeper;
        this.jdbi = Jdbi.create(pool);
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
        try {
            if (file.isPresent()) {
                Folders.prepare(file.get());
                new FileCheck(address, file.get()).run();
            }
            pool = pool(address);
            migrate(pool);
            Optional<Bookkeeper> keeper =
                    file.isPresent() ? Optional.of(Bookkeeper.open(pool, file.get())) : Optional.empty();
            return new Database(pool, H2Url.is(address.url()), keeper);
        } catch (HikariPool.PoolInitializationException | FlywayException | SQLException | IOException e) {
            if (pool != null) {
                pool.close();
            }
            throw words(e, address, file);
        }
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
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(1);
        return new HikariDataSource(config);
    }

    private static void migrate(DataSource pool) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:org/panfeng/migration")
                .javaMigrations(new QuartzTables())
                .load()
                .migrate();
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

    /** In a few words, without secrets. */
    public String description() {
        return isEmbedded ? "H2" : "PostgreSQL";
    }

    /**
     * To be called after commits that somebody is about to be told of: from here on a database that lacks them is refused.
     *
     * @throws RuntimeException when that cannot be written down, so that nobody must be told
     */
    public void mark() {
        bookkeeper.ifPresent(Bookkeeper::mark);
    }

    @Override
    public void close() {
        if (pool.isClosed()) {
            return;
        }
        bookkeeper.ifPresent(Bookkeeper::close);
        pool.close();
        bookkeeper.ifPresent(Bookkeeper::closed);
    }
}
