package org.panfeng.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.people.Absences;
import org.panfeng.people.PersonId;
import org.panfeng.programme.Timetable;

/** The facts from which the ledger of one programme is replayed. */
final class Facts {
    private final Jdbi jdbi;
    private final String programme;
    private final Timetable timetable;
    private final Absences absences;

    Facts(Jdbi jdbi, String programme, Timetable timetable, Absences absences) {
        this.jdbi = jdbi;
        this.programme = programme;
        this.timetable = timetable;
        this.absences = absences;
    }

    /**
     * Somebody's facts of a day that is over.
     *
     * @param ranked the streak that the day may break; empty where none is kept
     */
    record OfDay(PersonId person, Optional<Long> department, Optional<Streak> ranked, DayFacts facts) {
        Streak before() {
            return ranked.orElse(Streak.NONE);
        }
    }

    private static final String UNSETTLED = """
            select p.id, p.department_id, p.enrolled_at, g.done_at, coalesce(g.made_up, false) as made_up, t.delivered_at,
                   coalesce(t.withdrawn, false) as withdrawn, coalesce(t.unreachable, false) as unreachable,
                   cast(:day as date) as study_day, true as is_closed,
                   (select d.withdrawn_at from programme_day d where d.programme = :programme and d.study_day = :day) as withdrawn_at,
                   s.current_days, s.longest_days, s.freezes
            from person p
            left join task t on t.programme = :programme and t.person_id = p.id and t.study_day = :day
            left join task_progress g on g.task_id = t.id
            left join streak s on s.programme = :programme and s.person_id = p.id
            where p.status = 'enrolled' and p.enrolled_at < :end
              and not exists (select 1 from ledger l where l.programme = :programme and l.person_id = p.id and l.study_day = :day)
            """;

    /** Of those who were enrolled before this day ended and have no line of it the next, by id, at most so many. */
    List<OfDay> unsettled(LocalDate day, PersonId after, int most) {
        return withAbsences(jdbi.withHandle(
                handle -> handle.createQuery(UNSETTLED + " and p.id > :after order by p.status, p.id limit :most")
                        .bind("programme", programme)
                        .bind("day", day)
                        .bind("end", timetable.endOf(day))
                        .bind("after", after.value())
                        .bind("most", most)
                        .map((row, context) -> ofDay(row))
                        .list()));
    }

    /** Those of these people who have no line of this day. */
    List<OfDay> unsettled(LocalDate day, List<PersonId> people) {
        return withAbsences(jdbi.withHandle(
                handle -> handle.createQuery(UNSETTLED + " and p.id in (<people>) order by p.id")
                        .bind("programme", programme)
                        .bind("day", day)
                        .bind("end", timetable.endOf(day))
                        .bindList("people", people.stream().map(PersonId::value).toList())
                        .map((row, context) -> ofDay(row))
                        .list()));
    }

    private List<OfDay> withAbsences(List<OfDay> all) {
        if (all.isEmpty()) {
            return all;
        }
        AwayDays away = AwayDays.of(absences, all.stream().map(OfDay::person).toList());
        return all.stream()
                .map(one ->
                        new OfDay(one.person(), one.department(), one.ranked(), away(one.facts(), one.person(), away)))
                .toList();
    }

    private static DayFacts away(DayFacts facts, PersonId person, AwayDays away) {
        return facts.with(away.on(person, facts.day()));
    }

    private OfDay ofDay(ResultSet row) throws SQLException {
        return new OfDay(
                new PersonId(row.getLong("id")),
                Optional.ofNullable((Long) row.getObject("department_id")),
                row.getObject("current_days") == null ? Optional.empty() : Optional.of(Streaks.streak(row)),
                facts(row));
    }

    /** The facts of every day that is closed or was begun, in day order, of those enrolled among these people. */
    Map<PersonId, List<DayFacts>> of(Collection<PersonId> people) {
        AwayDays away = AwayDays.of(absences, people);
        Map<PersonId, List<DayFacts>> facts = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle
                .createQuery("""
                        select p.id, d.study_day, p.enrolled_at, g.done_at, coalesce(g.made_up, false) as made_up, t.delivered_at,
                               coalesce(t.withdrawn, false) as withdrawn, coalesce(t.unreachable, false) as unreachable, d.withdrawn_at,
                               d.closed_at is not null or d.closing_since is not null and exists (
                                 select 1 from ledger l where l.programme = :programme and l.person_id = p.id
                                   and l.study_day = d.study_day) as is_closed
                        from person p
                        join programme_day d on d.programme = :programme
                        left join task t on t.programme = :programme and t.person_id = p.id and t.study_day = d.study_day
                        left join task_progress g on g.task_id = t.id
                        where p.id in (<people>) and p.enrolled_at is not null
                        order by p.id, d.study_day
                        """)
                .bindList("people", people.stream().map(PersonId::value).toList())
                .bind("programme", programme)
                .map((row, context) -> Map.entry(new PersonId(row.getLong("id")), facts(row)))
                .stream()
                .filter(fact -> isThere(fact.getValue()))
                .forEach(fact -> facts.computeIfAbsent(fact.getKey(), person -> new ArrayList<>())
                        .add(away(fact.getValue(), fact.getKey(), away))));
        return facts;
    }

    /** Days before the enrolment do not exist, and none that is no study day any more, unless it was done. */
    private boolean isThere(DayFacts facts) {
        return !facts.isBeforeEnrolment()
                && (timetable.isStudyDay(facts.day()) || facts.study().doneAt().isPresent());
    }

    private DayFacts facts(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("study_day", LocalDate.class);
        Instant enrolledAt = row.getTimestamp("enrolled_at").toInstant();
        Optional<Instant> withdrawnAt = instant(row, "withdrawn_at");
        return new DayFacts(
                day,
                timetable.endOf(day),
                row.getBoolean("is_closed"),
                timetable.dateOf(enrolledAt),
                enrolledAt,
                new DayFacts.Study(instant(row, "done_at"), row.getBoolean("made_up")),
                new DayFacts.Task(
                        instant(row, "delivered_at"),
                        withdrawnAt.isPresent() || row.getBoolean("withdrawn"),
                        withdrawnAt,
                        row.getBoolean("unreachable")),
                Optional.empty());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
