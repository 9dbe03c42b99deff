package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bot that was off over push, reminder and close does afterwards what the rules say, no more and no less. */
class DowntimeTest {
    private static final int A_LIFE = 20;

    @ParameterizedTest
    @EnumSource
    void whatWasMissedIsCaughtUpWithByTheRules(TestDatabase database) {
        long seed = Long.getLong("downtime.seed", new Random().nextLong());
        check(database, 6, seed);
    }

    /** Minutes. */
    @Tag("loop")
    @ParameterizedTest
    @EnumSource
    void soItIsAfterManyDowntimes(TestDatabase database) {
        long seed = Long.getLong("downtime.seed", new Random().nextLong());
        int count = Integer.getInteger("downtime.count", 1_000);
        for (int done = 0; done < count; done += A_LIFE) {
            check(database, Math.min(A_LIFE, count - done), seed + done);
        }
    }

    private static void check(TestDatabase database, int downtimes, long seed) {
        System.out.printf("%d downtimes on %s: -Ddowntime.seed=%d%n", downtimes, database, seed);
        try (DowntimeLife life = new DowntimeLife(DowntimeLife.office(database), new Random(seed))) {
            life.live(downtimes);
            assertThat(differences(expected(life), told(life)))
                    .as("seed %d", seed)
                    .isEmpty();
            assertThat(life.office().panfeng().study.verification().run().differences())
                    .isEmpty();
        }
    }

    private static List<String> differences(List<String> expected, List<String> told) {
        assertThat(told).hasSameSizeAs(expected);
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            if (!told.get(i).equals(expected.get(i))) {
                differences.add("\nexpected " + expected.get(i) + "\n but was " + told.get(i));
            }
        }
        return differences;
    }

    private static List<String> expected(DowntimeLife life) {
        DowntimeModel model = life.model();
        List<String> lines = new ArrayList<>();
        for (LocalDate day : life.studyDays()) {
            boolean isClosed = model.closed(day).isPresent();
            lines.add(line(day, model.reminded(day), model.closed(day)));
            for (DowntimeLife.Learner one : life.learners()) {
                Optional<Instant> done = Optional.ofNullable(one.done().get(day));
                boolean hasLine = isClosed || done.isPresent();
                lines.add(line(
                        one.member(),
                        model.pushed(day, one.pushAt()),
                        model.delivered(day, one.pushAt()),
                        model.arrived(day, one.pushAt()).isPresent() ? 1 : 0,
                        true,
                        hasLine ? model.state(day, one.pushAt(), done.isPresent()) : "open"));
            }
        }
        return lines;
    }

    private static List<String> told(DowntimeLife life) {
        List<String> lines = new ArrayList<>();
        for (LocalDate day : life.studyDays()) {
            lines.add(life.office()
                    .panfeng()
                    .database
                    .jdbi()
                    .withHandle(handle -> handle.createQuery(
                                    "select max(reminded_at) as reminded, max(closed_at) as closed from programme_day where study_day = :day")
                            .bind("day", day)
                            .map((row, context) -> line(day, instant(row, "reminded"), instant(row, "closed")))
                            .one()));
            life.learners().forEach(one -> lines.add(told(life.office(), one.member(), day)));
        }
        return lines;
    }

    private static String told(Office office, Member member, LocalDate day) {
        return office.panfeng()
                .database
                .jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select t.given_at, t.delivered_at, l.state
                        from person p
                        left join task t on t.person_id = p.id and t.study_day = :day
                        left join ledger l on l.person_id = p.id and l.study_day = :day
                        where p.telegram_id = :id
                        """)
                        .bind("day", day)
                        .bind("id", member.id())
                        .map((row, context) -> line(
                                member,
                                instant(row, "given_at"),
                                instant(row, "delivered_at"),
                                messages(member, day, false),
                                messages(member, day, true) <= 1,
                                state(row.getString("state"))))
                        .one());
    }

    /** A freeze, or making the day up, does not change that it was missed. */
    private static String state(@Nullable String state) {
        return state == null ? "open" : List.of("frozen", "made_up").contains(state) ? "missed" : state;
    }

    /** How many messages offer to start this day's task: the pushes, or the reminders. */
    static long messages(Member member, LocalDate day, boolean isReminder) {
        return member.chat().stream()
                .filter(shown -> (shown.text().startsWith("🌇") || shown.text().startsWith("🌱")) == isReminder)
                .filter(shown -> shown.keyboard().rows().stream()
                        .flatMap(List::stream)
                        .anyMatch(button -> button.data().equals("quiz:go:" + day.toEpochDay())))
                .count();
    }

    private static String line(LocalDate day, Optional<Instant> reminded, Optional<Instant> closed) {
        return "%s reminded %s, closed %s".formatted(day, local(reminded), local(closed));
    }

    private static String line(
            Member member,
            Optional<Instant> pushed,
            Optional<Instant> delivered,
            long tasks,
            boolean isRemindedOnceAtMost,
            String state) {
        return "  %s pushed %s, delivered %s by %d messages, %s, %s"
                .formatted(
                        member.name(),
                        local(pushed),
                        local(delivered),
                        tasks,
                        isRemindedOnceAtMost ? "one reminder at most" : "reminders",
                        state);
    }

    private static String local(Optional<Instant> instant) {
        return instant.map(DowntimeLife::local).orElse("never");
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
