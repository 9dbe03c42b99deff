package org.panfeng.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.OpenDatabase;
import org.panfeng.TestDatabase;
import org.panfeng.bench.scale.History;
import org.panfeng.chat.Language;

/** A notice to more people than one portion holds. */
class AddressingTest {
    private static final Instant NOW = Instant.parse("2026-11-16T01:00:00Z");
    private static final int PEOPLE = 2_300;

    @ParameterizedTest
    @EnumSource
    void aNoticeThatIsBrokenOffReachesEverybodyOnce(TestDatabase database) {
        try (OpenDatabase office = OpenDatabase.of(database)) {
            History.write(office, new History.Size(PEOPLE, 0, LocalDate.of(2026, 11, 16), 3));
            office.jdbi()
                    .useHandle(
                            handle -> handle.execute("update person set unreachable_since = enrolled_at where id = 7"));
            Notices notices = new Notices(office.jdbi());
            Progress progress = new Progress(notices, office.staff, office.outbox, Language.EN);
            Addressing addressing = new Addressing(office.jdbi(), office.staff, notices, office.outbox, progress);
            NoticeId id = notices.draft(1, 1, "fire drill", NOW);
            assertThat(new Broadcast(office.staff, notices, addressing, 30)
                            .send(notices.withId(id).orElseThrow(), NOW))
                    .isTrue();
            assertThat(addressing.work(NOW)).isTrue();
            assertThat(parcels(office)).isEqualTo(999);
            office.jdbi().useTransaction(handle -> {
                addressing.work(NOW);
                handle.rollback();
            });
            assertThat(parcels(office)).isEqualTo(999);
            int portions = 0;
            while (addressing.work(NOW)) {
                portions++;
            }
            assertThat(portions).isEqualTo(3);
            assertThat(parcels(office)).isEqualTo(PEOPLE - 1);
            Notice sent = notices.withId(id).orElseThrow();
            assertThat(sent.recipients()).isEqualTo(PEOPLE);
            assertThat(sent.tally().unreachable()).isEqualTo(1);
            assertThat(sent.isSettled()).isFalse();
        }
    }

    /** People are enrolled between the press on "send" and the addressing. */
    @ParameterizedTest
    @EnumSource
    void moreMayHaveGotItThanWereExpected(TestDatabase database) {
        try (OpenDatabase office = OpenDatabase.of(database)) {
            History.write(office, new History.Size(30, 0, LocalDate.of(2026, 11, 16), 3));
            Notices notices = new Notices(office.jdbi());
            Progress progress = new Progress(notices, office.staff, office.outbox, Language.EN);
            Addressing addressing = new Addressing(office.jdbi(), office.staff, notices, office.outbox, progress);
            NoticeId id = notices.draft(1, 1, "fire drill", NOW);
            new Broadcast(office.staff, notices, addressing, 30)
                    .send(notices.withId(id).orElseThrow(), NOW);
            office.jdbi()
                    .useHandle(handle ->
                            handle.execute("update notice set recipients = 1, delivered = 2, control_message = 5"));
            progress.show(notices.withId(id).orElseThrow(), Language.EN, NOW);
            assertThat(said(office)).contains("2 of 2");
        }
    }

    private static String said(OpenDatabase office) {
        return office.jdbi()
                .withHandle(
                        handle -> handle.createQuery("select payload from outbox where chat_id = 1 order by id desc")
                                .mapTo(String.class)
                                .first());
    }

    private static long parcels(OpenDatabase office) {
        return office.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select count(distinct chat_id) from outbox where topic_kind = 'notice'")
                        .mapTo(Long.class)
                        .one());
    }
}
