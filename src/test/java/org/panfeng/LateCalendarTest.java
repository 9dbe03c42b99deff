package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.storage.Database;

/** A calendar that says something else of days that are over than the one before. */
class LateCalendarTest {

    @ParameterizedTest
    @EnumSource
    void daysThatTurnOutToBeNoneAreCountedAgainAtTheNextStart(TestDatabase kind) {
        Database database = kind.open();
        try (Office before = new Office(database, "2026-11-05T09:00", "programme.calendar=every-day")) {
            Member li = before.enrolled(1, "李明").studies().studiesUntil("2026-11-06");
            before.at("2026-11-09T09:00");
            assertThat(li.streak()).as("Saturday and Sunday were missed").isZero();

            Office after = new Office(database, "2026-11-09T09:00", "programme.calendar=cn");
            Member again = after.stranger(1, "李明");
            again.says("/help");
            assertThat(again.streak()).isEqualTo(2);
            assertThat(after.panfeng().study.verification().run().differences()).isEmpty();
        }
    }
}
