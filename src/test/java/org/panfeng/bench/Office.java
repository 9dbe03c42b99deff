package org.panfeng.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** The folder of a bot: a lesson, and a database in which some people are enrolled. */
record Office(Folder place) implements AutoCloseable {
    private static final Map<Variant, Folder> FRESH = new HashMap<>();

    /** Enrols so many people in a database whose tables this bot has made. */
    static Office of(int people, Variant variant) throws IOException, InterruptedException, SQLException {
        Office office = new Office(Folder.make());
        fresh(variant).copyTo(office.place);
        try (Connection database = office.open()) {
            Roster.enrol(database, people);
        }
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

    double megabytes() throws IOException {
        return Files.size(folder().resolve("data").resolve("panfeng.mv.db")) / 1e6;
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + folder().resolve("data").resolve("panfeng")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;IFEXISTS=TRUE",
                "panfeng",
                "");
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
