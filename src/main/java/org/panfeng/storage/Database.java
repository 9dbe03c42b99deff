package org.panfeng.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jspecify.annotations.Nullable;

/** The open database, migrated: H2 in a file or in memory, or PostgreSQL. */
public final class Database implements AutoCloseable {
    /**
     * The dialect in which H2 and PostgreSQL share our SQL, and what makes a commit durable: without WRITE_DELAY=0 a killed process loses
     * up to half a second of commits, without RETENTION_TIME=0 the file grows by 15 kB a commit.
     */
    private static final String H2 =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;RETENTION_TIME=0"
                    + ";DB_CLOSE_ON_EXIT=FALSE";

    private static final String H2_PREFIX = "jdbc:h2:";
    private static final String FILE_ENDING = ".mv.db";
    private static final int IN_USE = 90020;
    private static final int WRONG_PASSWORD = 28000;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final boolean isEmbedded;

    private Database(HikariDataSource pool, boolean isEmbedded) {
        this.pool = pool;
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
    public static Database open(Address settings) throws Unusable {
        boolean isEmbedded = settings.url().startsWith(H2_PREFIX);
        Optional<Path> file = isEmbedded ? file(settings.url()) : Optional.empty();
        boolean isThere = file.isPresent() && Files.exists(file.get());
        if (file.isPresent()) {
            checkFolder(file.get());
            checkIsNotLost(file.get(), isThere);
        }
        HikariDataSource pool = null;
        try {
            if (isThere) {
                checkIsWhole(settings, file.get());
            }
            pool = pool(settings, isEmbedded);
            migrate(pool);
            if (file.isPresent()) {
                count(pool, file.get());
            }
            return new Database(pool, isEmbedded);
        } catch (HikariPool.PoolInitializationException | FlywayException | SQLException e) {
            if (pool != null) {
                pool.close();
            }
            throw new Unusable(words(e, settings, file));
        }
    }

    /**
     * For commands that only look: they should find a database, not make one.
     *
     * @throws Unusable when there is none
     */
    public static void checkIsThere(Address settings) throws Unusable {
        Optional<Path> file = settings.url().startsWith(H2_PREFIX) ? file(settings.url()) : Optional.empty();
        if (file.isPresent() && !Files.exists(file.get())) {
            throw new Unusable("There is no database at " + file.get()
                    + ". Start this command where the bot runs, or name the database in database.url.");
        }
    }

    private static HikariDataSource pool(Address settings, boolean isEmbedded) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("panfeng");
        config.setJdbcUrl(isEmbedded ? withH2Settings(settings.url()) : settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(1);
        return new HikariDataSource(config);
    }

    /**
     * The URL with our settings. H2's plain file system closes the whole database when a thread is interrupted while it writes, as
     * Quartz interrupts its own when it stops; {@code retry:} opens the file again.
     */
    private static String withH2Settings(String url) {
        String name = url.substring(H2_PREFIX.length()).replaceFirst(";.*", "");
        StringBuilder complete = new StringBuilder(url);
        file(url)
                .ifPresent(file -> complete.replace(
                        H2_PREFIX.length(),
                        H2_PREFIX.length() + name.length(),
                        "retry:" + file.toAbsolutePath().normalize().toString().replace(FILE_ENDING, "")));
        for (String setting : H2.substring(1).split(";")) {
            String key = setting.substring(0, setting.indexOf('=') + 1);
            if (!url.toUpperCase(Locale.ROOT).contains(";" + key)) {
                complete.append(';').append(setting);
            }
        }
        return complete.toString();
    }

    private static void migrate(DataSource pool) {
        Flyway.configure(Database.class.getClassLoader())
                .dataSource(pool)
                .locations("classpath:org/panfeng/migration")
                .javaMigrations(new QuartzTables())
                .load()
                .migrate();
    }

    /** The file behind an H2 URL; empty for a database in memory, on a server, or in a file system of H2's own. */
    private static Optional<Path> file(String url) {
        String rest = url.substring(H2_PREFIX.length()).replaceFirst(";.*", "").replaceFirst("^file:", "");
        String path = rest.replaceFirst("^~", Matcher.quoteReplacement(System.getProperty("user.home")));
        return path.matches("[a-z]{2,}:.*") ? Optional.empty() : Optional.of(Path.of(path + FILE_ENDING));
    }

    private static void checkFolder(Path file) throws Unusable {
        Path folder = file.toAbsolutePath().normalize().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new Unusable(
                    "The folder " + folder + " cannot be made" + obstacle(folder)
                            + ". Give the user that runs Panfeng the right to write there, or name another place in database.url.");
        }
        if (folder != null && !Files.isWritable(folder)) {
            throw new Unusable(
                    "The folder " + folder
                            + " cannot be written. Give the user that runs Panfeng the right to, or name another place in database.url.");
        }
        if (Files.exists(file) && !Files.isWritable(file)) {
            throw new Unusable(
                    "The database file " + file + " cannot be written. Give the user that runs Panfeng the right to.");
        }
    }

    private static String obstacle(@Nullable Path folder) {
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Files.exists(above)) {
                return Files.isDirectory(above) ? "" : ": " + above + " is a file";
            }
        }
        return "";
    }

    /** Looks into a file that was opened before, without changing it. */
    private static void checkIsWhole(Address settings, Path file) throws SQLException, Unusable {
        Openings openings = new Openings(file);
        if (openings.beside() == 0) {
            return;
        }
        if (file.toFile().length() == 0) {
            throw new Unusable(damaged(file));
        }
        String url = withH2Settings(settings.url()) + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
        try (Connection connection = DriverManager.getConnection(url, settings.user(), settings.password())) {
            if (Openings.in(connection) < openings.beside()) {
                throw new Unusable("The database " + file
                        + " is damaged: its end is missing, or it is an older copy. Nothing was changed. Put the last good backup "
                        + "in its place; keep a copy of the damaged file. To go on with it as it is, delete "
                        + openings.place() + ".");
            }
        }
    }

    /** A file that has vanished must not be taken for a first start: an empty database would stand in for everybody's streaks. */
    private static void checkIsNotLost(Path file, boolean isThere) throws Unusable {
        Openings openings = new Openings(file);
        if (!isThere && openings.beside() > 0) {
            throw new Unusable("The database " + file
                    + " is gone, though it has been used here. Put it or the last good backup back. "
                    + "To begin with an empty one, delete " + openings.place() + ".");
        }
    }

    private static void count(DataSource pool, Path file) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            new Openings(file).count(connection);
        }
    }

    private static String words(Exception failure, Address settings, Optional<Path> file) {
        Optional<SQLException> sql = sqlCause(failure);
        int code = sql.map(SQLException::getErrorCode).orElse(0);
        if (file.isPresent()) {
            if (code == IN_USE) {
                return "The database " + file.get()
                        + " is in use by another process. Is Panfeng running already? Stop it first, or name another file in database.url.";
            } else if (code == WRONG_PASSWORD) {
                return "The database " + file.get()
                        + " refuses the user or password. Check database.user and database.password.";
            }
            return damaged(file.get());
        }
        return "The database at " + settings + " cannot be opened: "
                + sql.map(SQLException::getMessage).orElseGet(() -> String.valueOf(failure.getMessage()))
                + " Check that the server runs, and database.url, .user and .password.";
    }

    private static String damaged(Path file) {
        return "The database " + file
                + " is damaged or not Panfeng's. Nothing was changed. Put the last good backup in its place; "
                + "keep a copy of the damaged file, and delete the file that ends in .opened.";
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

    @Override
    public void close() {
        pool.close();
    }
}
