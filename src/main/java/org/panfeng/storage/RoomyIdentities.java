package org.panfeng.storage;

import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.api.migration.Context;

/**
 * Lets H2 hand out ids a thousand at a time, where it writes the next one down after every 32. PostgreSQL is left as it is: there each
 * connection would have a thousand of its own, and ids would not be in the order of posting.
 */
final class RoomyIdentities extends CodedMigration {
    private static final Map<String, String> COLUMNS = Map.of(
            "task", "id",
            "outbox", "id",
            "bundle", "id",
            "prompt", "ordinal",
            "streak_change", "id",
            "task_delivery", "id");

    RoomyIdentities() {
        super("13", "roomy identities");
    }

    @Override
    public void migrate(Context context) throws Exception {
        Connection connection = context.getConnection();
        if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
            try (Statement statement = connection.createStatement()) {
                for (Map.Entry<String, String> one : COLUMNS.entrySet()) {
                    statement.execute(
                            "alter table " + one.getKey() + " alter column " + one.getValue() + " set cache 1000");
                }
            }
        }
    }
}
