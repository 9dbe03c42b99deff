package org.panfeng.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.OpenDatabase;
import org.panfeng.TestDatabase;
import org.panfeng.bench.scale.History;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.DeliveryReport.Settled;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Parcel;
import org.panfeng.mailbox.Topic;

/** What is done in portions, broken off and gone on with. */
class PushOrdersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    private static final int PEOPLE = 2_300;
    private static final long ADMIN_CHAT = 5;

    @ParameterizedTest
    @EnumSource
    void anOrderThatIsBrokenOffGoesOnWithTheNextPerson(TestDatabase database) {
        try (OpenDatabase office = OpenDatabase.of(database)) {
            History.write(office, new History.Size(PEOPLE, 1, TODAY, 3));
            Instant now = office.timetable().at(TODAY, LocalTime.of(7, 0));
            PushOrders orders = office.study.pushOrders();
            orders.take(TODAY, ADMIN_CHAT, Language.EN, now);
            orders.take(TODAY, ADMIN_CHAT, Language.EN, now);
            assertThat(orders.work(now)).isTrue();
            assertThat(tasks(office)).isEqualTo(1_000);
            failInTheMiddle(office, now);
            assertThat(tasks(office)).isEqualTo(1_000);
            assertThat(office.study.push().due(office.timetable().at(TODAY, LocalTime.of(9, 0))))
                    .isEqualTo(PEOPLE - 1_000);
            while (orders.work(now)) {
                assertThat(tasks(office)).isLessThanOrEqualTo(PEOPLE);
            }
            assertThat(tasks(office)).isEqualTo(PEOPLE);
            assertThat(chats(office)).hasSize(PEOPLE).doesNotHaveDuplicates();
            assertThat(said(office)).hasSize(2).allMatch(said -> said.contains("it before"));
        }
    }

    /** A portion whose transaction does not end well. */
    private static void failInTheMiddle(OpenDatabase office, Instant now) {
        office.jdbi().useTransaction(handle -> {
            assertThat(office.study.pushOrders().work(now)).isTrue();
            handle.rollback();
        });
    }

    private static long tasks(OpenDatabase office) {
        return office.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from task where study_day = :day")
                        .bind("day", TODAY)
                        .mapTo(Long.class)
                        .one());
    }

    private static List<Long> chats(OpenDatabase office) {
        return office.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select chat_id from outbox where topic_kind = 'task' and lane = :lane")
                        .bind("lane", Lane.TASK.ordinal())
                        .mapTo(Long.class)
                        .list());
    }

    private static List<String> said(OpenDatabase office) {
        return office.jdbi()
                .withHandle(handle -> handle.createQuery("select payload from outbox where chat_id = :chat")
                        .bind("chat", ADMIN_CHAT)
                        .mapTo(String.class)
                        .list());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsToldInBulkReachesTheTasksThatNobodyIsAt(TestDatabase database) {
        try (OpenDatabase office = OpenDatabase.of(database)) {
            History.write(office, new History.Size(3, 1, TODAY, 3));
            office.jdbi().useHandle(handle -> handle.execute("update task set delivered_at = null"));
            Instant at = office.timetable().at(TODAY, LocalTime.of(9, 0));
            TaskDeliveries deliveries = office.study.deliveries();
            deliveries.settled(
                    List.of(
                            new Settled(parcel(2), new Outcome.Delivered(1)),
                            new Settled(parcel(1), new Outcome.Delivered(2)),
                            new Settled(parcel(3), new Outcome.Unreachable("403"))),
                    at);
            office.jdbi().useTransaction(busy -> {
                busy.execute("update task set withdrawn = true where id = 2");
                inAnotherTransaction(deliveries::fold);
            });
            assertThat(arrived(office)).containsExactly(1L);
            deliveries.fold();
            assertThat(arrived(office)).containsExactly(1L, 2L);
            assertThat(unreachable(office)).containsExactly(3L);
        }
    }

    private static Parcel parcel(long task) {
        Outgoing nothing = Outgoing.send(Content.html(""), Keyboard.NONE);
        return new Parcel(
                new Parcel.OwnRow(task), Lane.TASK, task, nothing, Topic.about(DailyPush.TOPIC, task), 1, 0, false);
    }

    private static void inAnotherTransaction(Runnable work) {
        Thread thread = new Thread(work);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Long> arrived(OpenDatabase office) {
        return ids(office, "delivered_at is not null");
    }

    private static List<Long> unreachable(OpenDatabase office) {
        return ids(office, "unreachable = true");
    }

    private static List<Long> ids(OpenDatabase office, String where) {
        return office.jdbi()
                .withHandle(handle -> handle.createQuery("select id from task where " + where + " order by id")
                        .mapTo(Long.class)
                        .list());
    }
}
