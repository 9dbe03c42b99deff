package org.panfeng.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.api.Trigger;

/** Writes down beside the outbox what was ever posted, since a delivered reply is forgotten at once. */
public final class Postings implements Trigger {
    private static final int ID = 0;
    private static final int CHAT = 2;
    private static final int PAYLOAD = 3;

    /** Has a stopped bot's database do so from now on. */
    static void follow(Path folder) throws SQLException, IOException {
        // They are held against the file, and would take this for damage.
        Files.delete(folder.resolve("data").resolve("panfeng.journal"));
        Files.delete(folder.resolve("data").resolve("panfeng.sums"));
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.resolve("data").resolve("panfeng")
                                + ";IFEXISTS=TRUE;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0",
                        "panfeng",
                        "");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table posting (id bigint primary key, chat_id bigint not null, message boolean not null)");
            statement.execute("create trigger posting_outbox after insert on outbox for each row call \""
                    + Postings.class.getName() + "\"");
        }
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into posting values (?, ?, ?)")) {
            insert.setObject(1, row[ID]);
            insert.setObject(2, row[CHAT]);
            // A letter, which stands elsewhere, is always a message here.
            insert.setBoolean(3, row[PAYLOAD] == null || row[PAYLOAD].toString().contains("\"do\":\"send\""));
            insert.execute();
        }
    }
}
