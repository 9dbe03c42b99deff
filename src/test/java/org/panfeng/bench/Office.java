package org.panfeng.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The folder of a bot: a lesson, and a database in which some people are enrolled. */
record Office(Folder place) implements AutoCloseable {
    static final long FIRST_PERSON = 10_001;
    private static final int BATCH = 1_000;
    private static final Map<Variant, Folder> FRESH = new HashMap<>();

    /** Enrols so many people in a database whose tables this bot has made. */
    static Office of(int people, Variant variant) throws IOException, InterruptedException, SQLException {
        Office office = new Office(Folder.make());
        fresh(variant).copyTo(office.place);
        office.enrol(people);
        office.forgetWhatStandsBeside();
        return office;
    }

    /** The folder of a bot that has run once and has met nobody. */
    private static synchronized Folder fresh(Variant variant) throws IOException, InterruptedException {
        Folder known = FRESH.get(variant);
        if (known != null) {
            return known;
        }
        Folder folder = Folder.makeUntilExit();
        Quiz.write(folder.path().resolve("config"));
        try (Server server = Server.start(Map.of());
                Bot bot = Bot.start(variant, folder.path(), server, Map.of())) {
            bot.awaitReady();
        }
        FRESH.put(variant, folder);
        return folder;
    }

    Path folder() {
        return place.path();
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + folder().resolve("data").resolve("panfeng")
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
                insert.setString(3, HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8)));
                insert.addBatch();
                if (i % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            database.commit();
        }
    }

    /** The bot keeps beside its database what the file was like when it stopped; to go on with another file, one deletes that. */
    private void forgetWhatStandsBeside() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder().resolve("data"))) {
            for (Path file : files) {
                if (Files.isRegularFile(file) && !file.toString().endsWith(".mv.db")) {
                    Files.delete(file);
                }
            }
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
        place.close();
    }
}
