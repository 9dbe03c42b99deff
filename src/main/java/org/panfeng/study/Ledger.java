package org.panfeng.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.panfeng.people.PersonId;
import org.panfeng.study.DayLedger.Entry;

/** The day ledger of one programme as it is stored: one line per person and study day that is over or done. */
final class Ledger {
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);
    private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    private final Jdbi jdbi;
    private final String programme;

    Ledger(Jdbi jdbi, String programme) {
        this.jdbi = jdbi;
        this.programme = programme;
    }

    /** A person's entries of these days, both included, by day. */
    Map<LocalDate, Entry> of(PersonId person, LocalDate from, LocalDate to) {
        return of(List.of(person), from, to).getOrDefault(person, List.of()).stream()
                .collect(Collectors.toMap(Entry::day, entry -> entry));
    }

    /** All of a person's entries, in day order. */
    List<Entry> of(PersonId person) {
        return of(List.of(person)).getOrDefault(person, List.of());
    }

    /** All entries of these people, in day order. */
    Map<PersonId, List<Entry>> of(Collection<PersonId> people) {
        return of(people, EVER, FOR_EVER);
    }

    /**
     * Begins a query over lines of these people, one that is empty for who has none. H2 looks up a list in the first column of an index only
     * and orders inner joins as it likes: other words make it read everybody's ledger.
     */
    private static final String OF_EACH = """
             from unnest(cast(:people as bigint array)) asked (id)
            left join ledger l on l.programme = :programme and l.person_id = asked.id and l.study_day between :from and :to
            """;

    /** The entries that these people have of these days, both included, in day order. */
    Map<PersonId, List<Entry>> of(Collection<PersonId> people, LocalDate from, LocalDate to) {
        Map<PersonId, List<Entry>> entries = new HashMap<>();
        String select = "select asked.id, l.study_day, l.state, l.reason, l.rests_on" + OF_EACH;
        jdbi.useHandle(handle -> ofEach(handle.createQuery(select + "order by asked.id, l.study_day"), people, from, to)
                .map((row, context) -> row.getString("state") == null
                        ? Optional.<Map.Entry<PersonId, Entry>>empty()
                        : Optional.of(Map.entry(new PersonId(row.getLong("id")), entry(row))))
                .stream()
                .flatMap(Optional::stream)
                .forEach(one -> entries.computeIfAbsent(one.getKey(), person -> new ArrayList<>())
                        .add(one.getValue())));
        return entries;
    }

    private Query ofEach(Query query, Collection<PersonId> people, LocalDate from, LocalDate to) {
        return query.bind("programme", programme)
                .bindArray(
                        "people",
                        Long.class,
                        people.stream().map(PersonId::value).distinct().toList())
                .bind("from", from)
                .bind("to", to);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("study_day", LocalDate.class),
                DayState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Reason.valueOf(row.getString("reason").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getTimestamp("rests_on")).map(Timestamp::toInstant));
    }

    boolean hasAfter(PersonId person, LocalDate day) {
        return !after(List.of(person), day).isEmpty();
    }

    /** Those of these people who have an entry of a later day. */
    Set<PersonId> after(Collection<PersonId> people, LocalDate day) {
        String select = "select asked.id, count(l.state) as lines" + OF_EACH;
        return jdbi.withHandle(handle -> ofEach(
                        handle.createQuery(select + "group by asked.id"), people, day.plusDays(1), FOR_EVER)
                .map((row, context) -> Map.entry(new PersonId(row.getLong("id")), row.getLong("lines")))
                .stream()
                .filter(person -> person.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
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

    /** Whether anybody's entry of this day is neither done nor made up. */
    boolean hasUncounted(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                                select person_id from ledger
                                where programme = :programme and study_day = :day and state not in ('done', 'made_up') limit 1
                                """)
                        .bind("programme", programme)
                        .bind("day", day)
                        .mapTo(Long.class)
                        .findFirst())
                .isPresent();
    }

    /** How many days of this month a person has made up. */
    int madeUp(PersonId person, LocalDate month) {
        return (int) of(person, month, month.plusMonths(1).minusDays(1)).values().stream()
                .filter(entry -> entry.state() == DayState.MADE_UP)
                .count();
    }

    /** A line to be written, for a person in a department. */
    record Line(PersonId person, Optional<Long> department, Entry entry) {}

    private static final String INSERT = """
            insert into ledger (programme, person_id, study_day, state, reason, rests_on, department_id)
            values (:programme, :person, :day, :state, :reason, :rests, :department)
            on conflict do nothing
            """;

    private static final String UPDATE = """
            update ledger set state = :state, reason = :reason, rests_on = :rests
            where programme = :programme and person_id = :person and study_day = :day
            """;

    /** Writes lines whose person and day are not in the ledger yet. */
    void write(Collection<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            lines.forEach(line -> bound(batch, line).add());
            batch.execute();
        });
    }

    /** Writes a person's entries of days that are in the ledger; the department they belong to stays. */
    void rewrite(PersonId person, Collection<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(UPDATE);
            entries.forEach(entry -> bound(batch, person, entry).add());
            batch.execute();
        });
    }

    /** Strikes days out that are no study days any more. */
    void strike(PersonId person, Collection<LocalDate> days) {
        if (days.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    "delete from ledger where programme = :programme and person_id = :person and study_day = :day");
            days.forEach(day -> batch.bind("programme", programme)
                    .bind("person", person.value())
                    .bind("day", day)
                    .add());
            batch.execute();
        });
    }

    /**
     * Writes that a day is done; that outranks whatever the ledger said of it, as when the day closes while its last answer is taken.
     *
     * @return whether the ledger said nothing yet
     */
    boolean done(Line line) {
        boolean isNew = jdbi.withHandle(
                handle -> bound(handle.createUpdate(INSERT), line).execute() == 1);
        if (!isNew) {
            rewrite(line.person(), List.of(line.entry()));
        }
        return isNew;
    }

    private <S extends SqlStatement<S>> S bound(S statement, Line line) {
        return bound(statement, line.person(), line.entry())
                .bind("department", line.department().orElse(null));
    }

    private <S extends SqlStatement<S>> S bound(S statement, PersonId person, Entry entry) {
        return statement
                .bind("programme", programme)
                .bind("person", person.value())
                .bind("day", entry.day())
                .bind("state", entry.state().name().toLowerCase(Locale.ROOT))
                .bind("reason", entry.reason().name().toLowerCase(Locale.ROOT))
                .bind("rests", entry.restsOn().orElse(null));
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
}
