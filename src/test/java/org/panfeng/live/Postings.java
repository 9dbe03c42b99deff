package org.panfeng.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Writes down beside the mail what was ever posted, since a delivered reply is forgotten at once. */
public final class Postings implements Trigger {
    private static final int CHAT = 2;
    private static final int PAYLOAD = 3;
    private static final int TOPIC_KIND = 5;
    private static final int ATTEMPTS = 10;

    private static final int PIECES = 1;

    private boolean isOfBundles;

    /** Has a stopped bot's database do so from now on. */
    static void follow(Path folder) throws SQLException, IOException {
        try (Connection connection = StoppedDatabase.open(folder);
                Statement statement = connection.createStatement()) {
            statement.execute("create table posting (chat_id bigint not null, message boolean not null)");
            for (String table : List.of("outbox", "bundle")) {
                statement.execute("create trigger posting_" + table + " after insert on " + table
                        + " for each row call \"" + Postings.class.getName() + "\"");
            }
        }
    }

    @Override
    public void init(
            Connection connection, String schema, String trigger, String table, boolean isBefore, int operations) {
        isOfBundles = table.equals("bundle");
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into posting values (?, ?)")) {
            if (isOfBundles) {
                for (JsonNode piece : new ObjectMapper().readTree(row[PIECES].toString())) {
                    write(insert, piece.path("chatId").asLong(), piece.path("outgoing"));
                }
            } else if (!isFromBundle(row)) {
                // A letter, which stands elsewhere, is always a message here.
                write(insert, (Long) row[CHAT], new ObjectMapper().readTree(text(row[PAYLOAD])));
            }
        } catch (JsonProcessingException e) {
            throw new SQLException(e);
        }
    }

    /** A piece that did not arrive at the first attempt moves into the outbox, where it is no other one. */
    private static boolean isFromBundle(Object[] row) {
        return row[TOPIC_KIND].toString().isEmpty() && ((Number) row[ATTEMPTS]).intValue() > 0;
    }

    private static String text(@Nullable Object payload) {
        return payload == null ? "{\"do\":\"send\"}" : payload.toString();
    }

    private static void write(PreparedStatement insert, long chat, JsonNode outgoing) throws SQLException {
        insert.setLong(1, chat);
        insert.setBoolean(2, outgoing.path("do").asText().equals("send"));
        insert.execute();
    }
}
