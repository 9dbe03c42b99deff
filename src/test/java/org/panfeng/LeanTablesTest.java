package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.storage.Address;
import org.panfeng.storage.Database;

/** A database whose tasks kept their progress themselves is taken along. */
class LeanTablesTest {

    @ParameterizedTest
    @EnumSource
    void whatWasBegunIsWhereItWas(TestDatabase kind) {
        Address address = kind.settings();
        try (Database before = TestDatabase.open(address)) {
            before.jdbi().useHandle(LeanTablesTest::goBack);
            try (Database after = TestDatabase.open(address)) {
                List<String> progress = after.jdbi()
                        .withHandle(handle -> handle.createQuery(
                                        "select task_id, shown, ticked, done_at is null from task_progress order by task_id")
                                .map((row, context) -> row.getLong(1) + ": " + row.getInt(2) + ", " + row.getInt(3)
                                        + ", " + row.getBoolean(4))
                                .list());
                assertThat(progress).containsExactly("2: 3, 5, true", "3: 4, 0, false");
            }
        }
    }

    /** To the tables before, with a task that is not begun, one that is, and one that is done. */
    private static void goBack(Handle handle) {
        handle.execute("drop table task_progress");
        handle.execute("alter table task add column shown smallint default 0 not null");
        handle.execute("alter table task add column ticked int default 0 not null");
        handle.execute("alter table task add column touched_at timestamp with time zone");
        handle.execute("alter table task add column done_at timestamp with time zone");
        handle.execute("delete from \"flyway_schema_history\" where \"installed_rank\" >= "
                + "(select \"installed_rank\" from \"flyway_schema_history\" where \"version\" = '14')");
        handle.execute(
                "insert into person (telegram_id, name, name_key, role, status, language) values (1, 'x', 'x', 'staff', 'enrolled', 'zh')");
        for (int day = 1; day <= 3; day++) {
            handle.execute(
                    "insert into task (programme, study_day, person_id, lesson_id, given_at) values ('p', cast(? as date), (select max(id) from person), 'x', now())",
                    "2026-01-0" + day);
        }
        handle.execute("update task set shown = 3, ticked = 5 where id = 2");
        handle.execute("update task set shown = 4, done_at = given_at where id = 3");
    }
}
