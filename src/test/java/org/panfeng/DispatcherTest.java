package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Intake;
import org.panfeng.mailbox.Sender;
import org.panfeng.mailbox.SetAside;

/** A batch is handled whole, or one by one where one of it fails. */
class DispatcherTest {
    private static final String MONDAY = "2026-11-16T09:00";

    @ParameterizedTest
    @EnumSource
    void aPoisonousUpdateIsSetAsideAndItsNeighboursAreHandled(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            List<Member> members = new ArrayList<>();
            for (int i = 1; i <= 9; i++) {
                members.add(office.enrolled(i, "同事" + i).forgets());
            }
            List<Intake.Arrival> batch = new ArrayList<>();
            for (Member member : members) {
                batch.add(new Intake.Readable(member.saying("/streak"), "{}"));
            }
            // A name that no column holds: PostgreSQL and H2 refuse the row.
            Incoming poison = new Incoming.Tap(
                    office.nextUpdate(), new Sender(77, "poison"), 77, 1, "x".repeat(10), "quiz:go:999999");
            batch.add(
                    4,
                    new Intake.Readable(
                            new Incoming.Text(office.nextUpdate(), new Sender(78, "\u0000"), 78, "/start " + "\u0000"),
                            "{}"));
            batch.add(7, new Intake.Garbled(office.nextUpdate(), "{\"update_id\":1}", "made up"));
            batch.add(new Intake.Readable(poison, "{}"));
            office.receives(batch);
            members.forEach(member -> member.sees("连续"));
            assertThat(new SetAside(office.panfeng().database.jdbi()).countSince(java.time.Instant.EPOCH))
                    .isPositive();
            office.admin().says("/status").sees("有问题");
        }
    }

    @Test
    void whereTheDatabaseIsGoneNothingIsSetAsideAndNothingConfirmed() {
        Office office = new Office(TestDatabase.H2, MONDAY);
        Member li = office.enrolled(1, "李明");
        office.panfeng().database.close();
        assertThatThrownBy(() -> li.says("/streak")).isInstanceOf(RuntimeException.class);
    }
}
