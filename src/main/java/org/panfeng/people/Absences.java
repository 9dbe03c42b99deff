package org.panfeng.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.panfeng.batch.Memo;

/** Leave and suspensions: who is away on which days, who has asked to be. */
public final class Absences {
    private static final String SELECT = """
            select a.id, a.person_id, a.kind, a.first_day, a.last_day, a.state, coalesce(a.decided_at, a.asked_at) as since,
                   a.asked_by, a.decided_by
            from absence a
            """;

    private static final String COVERS =
            " a.state = 'valid' and a.first_day <= :day and (a.last_day is null or a.last_day >= :day) ";

    private final Jdbi jdbi;
    private final List<AbsenceFollower> followers = new CopyOnWriteArrayList<>();
    private final Memo<PersonDay, Optional<Absence>> byDay = new Memo<>();

    private record PersonDay(PersonId person, LocalDate day) {}

    public Absences(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void onChange(AbsenceFollower follower) {
        followers.add(follower);
    }

    /** Reads for the present batch who of these people is away on a day. */
    public void foresee(Collection<PersonId> people, LocalDate day) {
        if (people.isEmpty()) {
            return;
        }
        people.forEach(person -> byDay.keep(new PersonDay(person, day), Optional.empty()));
        // H2 looks up a list in the first column of an index only, so each person is joined.
        jdbi.useHandle(handle -> handle.createQuery(SELECT
                        + "join unnest(cast(:people as bigint array)) asked (id) on asked.id = a.person_id where"
                        + COVERS
                        + "order by a.last_day nulls last, a.id")
                .bindArray(
                        "people",
                        Long.class,
                        people.stream().map(PersonId::value).toList())
                .bind("day", day)
                .map((row, context) -> absence(row))
                .forEach(found -> byDay.keep(new PersonDay(found.person(), day), Optional.of(found))));
    }

    /** Why this person is away on a day, if they are; where there are two reasons, the one that lasts longer. */
    public Optional<Absence> on(PersonId person, LocalDate day) {
        return byDay.of(
                new PersonDay(person, day),
                () -> first(
                        "where a.person_id = :person and" + COVERS + "order by a.last_day desc nulls first, a.id desc",
                        query -> query.bind("person", person.value()).bind("day", day)));
    }

    /** What excuses these people from any day, suspensions first, then the earlier entry. */
    public List<Absence> valid(Collection<PersonId> people) {
        return all(
                "where a.person_id in (<people>) and a.state = 'valid' order by a.kind desc, a.id",
                query -> query.bindList(
                        "people", people.stream().map(PersonId::value).toList()));
    }

    Optional<Absence> withId(AbsenceId id) {
        return first("where a.id = :id", query -> query.bind("id", id.value()));
    }

    /** What is valid and was not over before this date, and all that is asked for, by first day. */
    List<Absence> notOver(PersonId person, LocalDate before) {
        return all("""
                where a.person_id = :person
                  and (a.state = 'asked' or a.state = 'valid' and (a.last_day is null or a.last_day >= :before))
                order by a.first_day, a.id
                """, query -> query.bind("person", person.value()).bind("before", before));
    }

    /** Leave of this person, valid or asked for, that shares a date with these. */
    Optional<Absence> leaveWithin(PersonId person, DayRange days) {
        return first(
                """
                where a.person_id = :person and a.state in ('asked', 'valid') and a.kind = 'leave'
                  and a.first_day <= :last and a.last_day >= :first
                order by a.first_day, a.id
                """,
                query -> query.bind("person", person.value())
                        .bind("first", days.first())
                        .bind("last", days.last()));
    }

    /** The suspension that covers a day. */
    Optional<Absence> suspension(PersonId person, LocalDate day) {
        return first(
                "where a.kind = 'suspension' and a.person_id = :person and" + COVERS
                        + "order by a.last_day desc nulls first",
                query -> query.bind("person", person.value()).bind("day", day));
    }

    /** The leave that an admin is to decide about, the oldest first, at most so many. */
    List<Absence> asked(int most) {
        return all("where a.state = 'asked' order by a.id limit :most", query -> query.bind("most", most));
    }

    long countAsked() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from absence where state = 'asked'")
                .mapTo(Long.class)
                .one());
    }

    /** Lets nobody else enter an absence of this person before this transaction ends. */
    void hold(PersonId person) {
        // Not "for update": that would wait for everybody who writes a row that names the person.
        jdbi.useHandle(handle -> handle.createUpdate("update person set status = status where id = :id")
                .bind("id", person.value())
                .execute());
    }

    /** Notes down leave that an admin is to decide about. */
    Absence ask(PersonId person, DayRange days, long by, Instant now) {
        return add(person, Absence.Kind.LEAVE, days, Absence.State.ASKED, by, now);
    }

    /** Enters leave that holds at once. */
    Absence grant(PersonId person, DayRange days, long by, Instant now) {
        Absence granted = add(person, Absence.Kind.LEAVE, days, Absence.State.VALID, by, now);
        changed(person, days, now);
        return granted;
    }

    /** Suspends a person from this day on, without an end. */
    void suspend(PersonId person, LocalDate from, long by, Instant now) {
        DayRange days = new DayRange(from, AbsenceFollower.NO_END);
        add(person, Absence.Kind.SUSPENSION, days, Absence.State.VALID, by, now);
        changed(person, days, now);
    }

    private Absence add(PersonId person, Absence.Kind kind, DayRange days, Absence.State state, long by, Instant now) {
        boolean isDecided = state == Absence.State.VALID;
        AbsenceId id = jdbi.withHandle(handle -> new AbsenceId(handle.createUpdate("""
                        insert into absence (person_id, kind, first_day, last_day, state, asked_at, asked_by, decided_at, decided_by)
                        values (:person, :kind, :first, :last, :state, :now, :by, :decidedAt, :decidedBy)
                        """)
                .bind("person", person.value())
                .bind("kind", stored(kind))
                .bind("first", days.first())
                .bind("last", days.last().equals(AbsenceFollower.NO_END) ? null : days.last())
                .bind("state", stored(state))
                .bind("now", now)
                .bind("by", by)
                .bind("decidedAt", isDecided ? now : null)
                .bind("decidedBy", isDecided ? by : null)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one()));
        return withId(id).orElseThrow();
    }

    /**
     * Brings an absence from the state it was read in into another.
     *
     * @return false when it has changed since it was read: then nothing happens
     */
    boolean become(Absence.State state, Absence absence, long by, Instant now) {
        boolean isFirst = jdbi.withHandle(handle -> handle.createUpdate("""
                                update absence set state = :state, decided_at = :now, decided_by = :by
                                where id = :id and state = :before
                                """)
                        .bind("state", stored(state))
                        .bind("now", now)
                        .bind("by", by)
                        .bind("id", absence.id().value())
                        .bind("before", stored(absence.state()))
                        .execute())
                == 1;
        if (isFirst && (state == Absence.State.VALID || absence.state() == Absence.State.VALID)) {
            changed(absence.person(), absence.days(), now);
        }
        return isFirst;
    }

    /**
     * Lets a valid absence end with this day, which is not before its first.
     *
     * @param lastDay empty for a suspension that is to go on
     */
    void endWith(Absence absence, Optional<LocalDate> lastDay, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("update absence set last_day = :last where id = :id")
                .bind("last", lastDay.orElse(null))
                .bind("id", absence.id().value())
                .execute());
        LocalDate before = absence.days().last();
        LocalDate after = lastDay.orElse(AbsenceFollower.NO_END);
        boolean isShorter = after.isBefore(before);
        changed(
                absence.person(),
                new DayRange((isShorter ? after : before).plusDays(1), isShorter ? before : after),
                now);
    }

    private void changed(PersonId person, DayRange days, Instant now) {
        byDay.forget();
        followers.forEach(follower -> follower.changed(person, days.first(), days.last(), now));
    }

    private Optional<Absence> first(String where, UnaryOperator<Query> bound) {
        return jdbi.withHandle(handle -> bound.apply(handle.createQuery(SELECT + where + " limit 1"))
                .map((row, context) -> absence(row))
                .findFirst());
    }

    private List<Absence> all(String where, UnaryOperator<Query> bound) {
        return jdbi.withHandle(handle -> bound.apply(handle.createQuery(SELECT + where))
                .map((row, context) -> absence(row))
                .list());
    }

    private static Absence absence(ResultSet row) throws SQLException {
        long decidedBy = row.getLong("decided_by");
        Optional<Long> decided = row.wasNull() ? Optional.empty() : Optional.of(decidedBy);
        return new Absence(
                new AbsenceId(row.getLong("id")),
                new PersonId(row.getLong("person_id")),
                Absence.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("first_day", LocalDate.class),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                Absence.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getTimestamp("since").toInstant(),
                row.getLong("asked_by"),
                decided);
    }

    private static String stored(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
