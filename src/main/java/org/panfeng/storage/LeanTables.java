package org.panfeng.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.Context;

/**
 * Makes an answer write fewer pages. H2 takes a row that is updated out of every index and puts it back, so how far somebody has come with
 * a task, and when it was done, moves from the task, with its indexes, to a table of its own. And H2 keeps an index of its own for every foreign key, also where
 * another begins with the same column: the tables that most is written to go without there.
 */
final class LeanTables extends CodedMigration {
    private static final List<String> BUSY = List.of("task", "answer", "ledger", "streak", "outbox");

    LeanTables() {
        super("14", "lean tables");
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        boolean isH2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        try (Statement statement = connection.createStatement()) {
            if (isH2) {
                dropForeignKeys(connection, statement);
            }
            moveProgress(connection, statement, isH2);
        }
    }

    private static void dropForeignKeys(Connection connection, Statement statement) throws SQLException {
        for (String table : BUSY) {
            String keys = "select constraint_name from information_schema.table_constraints"
                    + " where table_schema = 'public' and table_name = ? and constraint_type = 'FOREIGN KEY'";
            for (String key : names(connection, keys, table)) {
                statement.execute("alter table " + table + " drop constraint \"" + key + "\"");
            }
        }
    }

    private static void moveProgress(Connection connection, Statement statement, boolean isH2) throws SQLException {
        statement.execute("""
                create table if not exists task_progress (
                  task_id    bigint primary key references task (id),
                  shown      smallint not null,
                  ticked     int not null,
                  touched_at timestamp with time zone not null,
                  done_at    timestamp with time zone
                )""");
        if (isMoved(connection)) {
            return;
        }
        statement.execute("""
                insert into task_progress (task_id, shown, ticked, touched_at, done_at)
                select id, shown, ticked, coalesce(touched_at, done_at, given_at), done_at from task
                where (shown > 0 or done_at is not null)
                  and not exists (select 1 from task_progress moved where moved.task_id = task.id)
                """);
        statement.execute("drop index if exists task_day");
        statement.execute("create index if not exists task_of_day on task (programme, study_day)");
        statement.execute(
                isH2
                        ? "alter table task drop column (shown, ticked, touched_at, done_at)"
                        : "alter table task drop column shown, drop column ticked, drop column touched_at, drop column done_at");
    }

    private static boolean isMoved(Connection connection) throws SQLException {
        String columns = "select column_name from information_schema.columns"
                + " where table_schema = current_schema and table_name = ? and column_name = 'touched_at'";
        return names(connection, columns, "task").isEmpty();
    }

    private static List<String> names(Connection connection, String query, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, table);
            List<String> names = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            return names;
        }
    }
}
