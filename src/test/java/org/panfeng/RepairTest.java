package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.panfeng.study.Verification;

/** Whatever somebody has done to the ledger by hand is found, and set right only when asked for. */
class RepairTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger set state = 'missed', reason = 'unanswered' where study_day = date '2026-11-10'",
                "delete from ledger where study_day = date '2026-11-11'",
                "insert into ledger (programme, person_id, study_day, state, reason) select 'office', id, date '2026-11-14', 'missed', 'unanswered' from person",
                "update ledger set rests_on = null where study_day = date '2026-11-10'",
                "update streak set current_days = 7, longest_days = 7",
                "update streak set longest_days = 9",
                "update streak set freezes = 2",
                "update streak set total_days = 1",
                "update streak set week_days = 0",
                "update streak set rank_key = 'x'",
                "insert into streak_change (programme, from_days, to_days, people) values ('office', 0, 1, 1)"
            })
    void whatWasChangedByHandIsFoundAndRepairedWhenAskedFor(String damage) {
        for (TestDatabase database : TestDatabase.values()) {
            try (Office office = new Office(database, "2026-11-09T09:00")) {
                Member li = office.enrolled(1, "李明");
                for (int day = 9; day <= 12; day++) {
                    office.at("2026-11-%02dT10:00".formatted(day));
                    li.studies();
                }
                office.at("2026-11-14T10:00");
                Verification verification = office.panfeng().study.verification();
                assertThat(verification.run().differences()).isEmpty();
                office.panfeng().database.jdbi().useHandle(handle -> handle.execute(damage));

                assertThat(verification.run().differences()).isNotEmpty();
                assertThat(verification.run().differences())
                        .as("changes nothing")
                        .isNotEmpty();
                verification.repair();
                assertThat(verification.run().differences()).isEmpty();
                assertThat(li.streak()).isZero();
                assertThat(li.longestStreak()).isEqualTo(4);
            }
        }
    }
}
