package org.panfeng.bench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The folder of a bot: a lesson, and a database in which some people are enrolled. It goes when it is closed. */
final class Office implements AutoCloseable {
    static final long FIRST_PERSON = 10_001;

    private final Path folder;

    private Office(Path folder) {
        this.folder = folder;
    }

    /** Lets the bot make its tables, and enrols so many people. */
    static Office of(int people, Variant variant) throws IOException, InterruptedException, SQLException {
        Office office = new Office(Files.createTempDirectory("panfeng-bench"));
        Quiz.write(office.folder.resolve("config"));
        try (Server server = Server.start(Map.of());
                Bot bot = Bot.start(variant, office.folder, server, Map.of())) {
            bot.stop();
        }
        office.enrol(people);
        return office;
    }

    Path folder() {
        return folder;
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("data").resolve("panfeng")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;IFEXISTS=TRUE",
                "panfeng",
                "");
    }

    private void enrol(int people) throws SQLException {
        try (Connection database = open();
                PreparedStatement insert = database.prepareStatement("""
                        insert into person (telegram_id, name, name_key, role, status, language, enrolled_at)
                        values (?, ?, ?, 'staff', 'enrolled', 'zh', current_timestamp)
                        """)) {
            database.setAutoCommit(false);
            for (int i = 0; i < people; i++) {
                String name = "Person " + (FIRST_PERSON + i);
                insert.setLong(1, FIRST_PERSON + i);
                insert.setString(2, name);
                insert.setString(3, String.format("%x", new java.math.BigInteger(1, name.getBytes())));
                insert.addBatch();
                if (i % 1000 == 999) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            database.commit();
        }
    }

    /** A number out of the database, once the bot has ended. */
    long count(String query) throws SQLException {
        try (Connection database = open();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, java.io.IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
