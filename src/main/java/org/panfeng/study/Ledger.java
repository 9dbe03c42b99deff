package org.panfeng.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.panfeng.people.PersonId;
import org.panfeng.programme.Timetable;
import org.panfeng.study.DayLedger.Entry;

/** The day ledger of one programme as it is stored, and the facts it is replayed from. */
final class Ledger {
    private final Jdbi jdbi;
    private final String programme;
    private final Timetable timetable;

    Ledger(Jdbi jdbi, String programme, Timetable timetable) {
        this.jdbi = jdbi;
        this.programme = programme;
        this.timetable = timetable;
    }

    /** A person's entries of these days, both included, by day. */
    Map<LocalDate, Entry> of(PersonId person, LocalDate from, LocalDate to) {
        return entries(person, from, to).stream().collect(Collectors.toMap(Entry::day, entry -> entry));
    }

    /** All of a person's entries, in day order. */
    List<Entry> of(PersonId person) {
        return entries(person, LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
    }

    private List<Entry> entries(PersonId person, LocalDate from, LocalDate to) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select study_day, state, reason from ledger
                        where programme = :programme and person_id = :person and study_day between :from and :to
                        order by study_day
                        """)
                .bind("programme", programme)
                .bind("person", person.value())
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> entry(row))
                .list());
    }

    boolean hasAfter(PersonId person, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                select study_day from ledger
                                where programme = :programme and person_id = :person and study_day > :day limit 1
                                """)
                        .bind("programme", programme)
                        .bind("person", person.value())
                        .bind("day", day)
                        .mapTo(LocalDate.class)
                        .findFirst())
                .isPresent();
    }

    /** Whether anybody has an entry of a later day. */
    boolean anyAfter(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "select study_day from ledger where programme = :programme and study_day > :day limit 1")
                        .bind("programme", programme)
                        .bind("day", day)
                        .mapTo(LocalDate.class)
                        .findFirst())
                .isPresent();
    }

    /** A line to be written, for a person in a department. */
    record Line(PersonId person, Optional<Long> department, Entry entry) {
        String state() {
            return entry.state().name().toLowerCase(Locale.ROOT);
        }

        String reason() {
            return entry.reason().name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String INSERT = """
            insert into ledger (programme, person_id, study_day, state, reason, department_id)
            values (:programme, :person, :day, :state, :reason, :department)
            on conflict do nothing
            """;

    /** Writes lines whose person and day are not in the ledger yet. */
    void write(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            lines.forEach(line -> bound(batch, line).add());
            batch.execute();
        });
    }

    /**
     * Writes that a day is done; that outranks whatever the ledger said of it, as when the day closes while its last answer is taken.
     *
     * @return whether the ledger said nothing yet
     */
    boolean done(Line line) {
        return jdbi.withHandle(handle -> {
            boolean isNew = bound(handle.createUpdate(INSERT), line).execute() == 1;
            if (!isNew) {
                handle.createUpdate("""
                                update ledger set state = :state, reason = :reason
                                where programme = :programme and person_id = :person and study_day = :day
                                """)
                        .bind("state", line.state())
                        .bind("reason", line.reason())
                        .bind("programme", programme)
                        .bind("person", line.person().value())
                        .bind("day", line.entry().day())
                        .execute();
            }
            return isNew;
        });
    }

    private <S extends SqlStatement<S>> S bound(S statement, Line line) {
        return statement
                .bind("programme", programme)
                .bind("person", line.person().value())
                .bind("day", line.entry().day())
                .bind("state", line.state())
                .bind("reason", line.reason())
                .bind("department", line.department().orElse(null));
    }

    /** A day belongs to the department a person is in when it closes, also where it was done before a move. */
    void settleDepartments(LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update ledger set department_id = (select p.department_id from person p where p.id = ledger.person_id)
                        where programme = :programme and study_day = :day
                          and department_id is distinct from (select p.department_id from person p where p.id = ledger.person_id)
                        """)
                .bind("programme", programme)
                .bind("day", day)
                .execute());
    }

    /**
     * Somebody's facts of a day that is over.
     *
     * @param isRanked whether there is a streak that the day may break
     */
    record PersonFacts(PersonId person, Optional<Long> department, boolean isRanked, DayFacts facts) {}

    /** Of those who were enrolled before this day ended and have no line of it the next, by id, at most so many. */
    List<PersonFacts> unsettled(LocalDate day, PersonId after, int most) {
        return jdbi.withHandle(
                handle -> handle.createQuery(UNSETTLED + " and p.id > :after order by p.status, p.id limit :most")
                        .bind("programme", programme)
                        .bind("day", day)
                        .bind("end", timetable.endOf(day))
                        .bind("after", after.value())
                        .bind("most", most)
                        .map((row, context) -> personFacts(row, day))
                        .list());
    }

    /** Those of these people who have no line of this day. */
    List<PersonFacts> unsettled(LocalDate day, List<PersonId> people) {
        return jdbi.withHandle(handle -> handle.createQuery(UNSETTLED + " and p.id in (<people>) order by p.id")
                .bind("programme", programme)
                .bind("day", day)
                .bind("end", timetable.endOf(day))
                .bindList("people", people.stream().map(PersonId::value).toList())
                .map((row, context) -> personFacts(row, day))
                .list());
    }

    private PersonFacts personFacts(ResultSet row, LocalDate day) throws SQLException {
        return new PersonFacts(
                new PersonId(row.getLong("id")),
                Optional.ofNullable((Long) row.getObject("department_id")),
                row.getBoolean("is_ranked"),
                facts(
                        day,
                        true,
                        row.getTimestamp("enrolled_at").toInstant(),
                        row.getTimestamp("done_at"),
                        row.getTimestamp("delivered_at"),
                        row.getBoolean("withdrawn"),
                        row.getBoolean("unreachable")));
    }

    private static final String UNSETTLED = """
            select p.id, p.department_id, p.enrolled_at, g.done_at, t.delivered_at,
                   coalesce(t.withdrawn, false) as withdrawn, coalesce(t.unreachable, false) as unreachable,
                   exists (select 1 from streak s where s.programme = :programme and s.person_id = p.id) as is_ranked
            from person p
            left join task t on t.programme = :programme and t.person_id = p.id and t.study_day = :day
            left join task_progress g on g.task_id = t.id
            where p.status = 'enrolled' and p.enrolled_at < :end
              and not exists (select 1 from ledger l where l.programme = :programme and l.person_id = p.id and l.study_day = :day)
            """;

    /** The facts of every day that is closed or was begun, in day order, of those enrolled among these people. */
    Map<PersonId, List<DayFacts>> facts(List<PersonId> people) {
        Map<PersonId, List<DayFacts>> facts = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle
                .createQuery("""
                        select p.id, d.study_day, p.enrolled_at, g.done_at, t.delivered_at,
                               coalesce(t.withdrawn, false) as withdrawn, coalesce(t.unreachable, false) as unreachable,
                               d.closed_at is not null or d.closing_since is not null and exists (
                                 select 1 from ledger l where l.programme = :programme and l.person_id = p.id
                                   and l.study_day = d.study_day) as is_closed
                        from person p
                        join programme_day d on d.programme = :programme
                        left join task t on t.programme = :programme and t.person_id = p.id and t.study_day = d.study_day
                        left join task_progress g on g.task_id = t.id
                        where p.id in (<people>)
                        order by p.id, d.study_day
                        """)
                .bindList("people", people.stream().map(PersonId::value).toList())
                .bind("programme", programme)
                .map((row, context) -> Map.entry(
                        new PersonId(row.getLong("id")),
                        facts(
                                row.getObject("study_day", LocalDate.class),
                                row.getBoolean("is_closed"),
                                row.getTimestamp("enrolled_at").toInstant(),
                                row.getTimestamp("done_at"),
                                row.getTimestamp("delivered_at"),
                                row.getBoolean("withdrawn"),
                                row.getBoolean("unreachable"))))
                .stream()
                .filter(fact -> !fact.getValue().isBeforeEnrolment())
                .forEach(fact -> facts.computeIfAbsent(fact.getKey(), person -> new ArrayList<>())
                        .add(fact.getValue())));
        return facts;
    }

    /** All entries of these people, in day order. */
    Map<PersonId, List<Entry>> of(List<PersonId> people) {
        Map<PersonId, List<Entry>> entries = new HashMap<>();
        jdbi.useHandle(handle -> handle
                .createQuery("""
                        select person_id, study_day, state, reason from ledger
                        where programme = :programme and person_id in (<people>) order by person_id, study_day
                        """)
                .bind("programme", programme)
                .bindList("people", people.stream().map(PersonId::value).toList())
                .map((row, context) -> Map.entry(new PersonId(row.getLong("person_id")), entry(row)))
                .stream()
                .forEach(one -> entries.computeIfAbsent(one.getKey(), person -> new ArrayList<>())
                        .add(one.getValue())));
        return entries;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("study_day", LocalDate.class),
                DayState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)));
    }

    private DayFacts facts(
            LocalDate day,
            boolean isClosed,
            Instant enrolledAt,
            @Nullable Timestamp doneAt,
            @Nullable Timestamp deliveredAt,
            boolean withdrawn,
            boolean unreachable) {
        return new DayFacts(
                day,
                timetable.endOf(day),
                isClosed,
                timetable.dateOf(enrolledAt),
                Optional.ofNullable(doneAt).map(Timestamp::toInstant),
                Optional.ofNullable(deliveredAt).map(Timestamp::toInstant),
                withdrawn,
                unreachable);
    }
}
