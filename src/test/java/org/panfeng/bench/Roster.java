package org.panfeng.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;

/** People who are enrolled without having written to the bot. */
public final class Roster {
    public static final long FIRST_PERSON = 10_001;
    private static final int BATCH = 1_000;

    private Roster() {}

    /** Enrols so many in a database, with ids from {@link #FIRST_PERSON} on. */
    public static void enrol(Connection database, int people) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("""
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
}
