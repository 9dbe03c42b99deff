package org.panfeng.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.panfeng.people.DepartmentId;
import org.panfeng.people.PersonId;

/** Everybody enrolled, in the order of a ranking. Ties are ordered by longest streak, name by code point, and id. */
final class Rankings {

    /**
     * What is ranked, and among whom.
     *
     * @param from the first day of the period, of no account for streaks
     * @param to the last day
     */
    record Scope(RankingView view, LocalDate from, LocalDate to, Optional<DepartmentId> department) {}

    private static final String ORDERED = """
            select rank() over (order by days desc) as place,
                   row_number() over (order by days desc, longest desc, name_key, person_id) - 1 as place_row,
                   person_id, name, department, days, longest
            from (
              select p.id as person_id, p.name as name, p.name_key as name_key, coalesce(d.name, '') as department,
                     <days> as days, coalesce(s.longest_days, 0) as longest
              from person p
              left join department d on d.id = p.department_id
              left join streak s on s.person_id = p.id and s.programme = :programme
              <period>
              where p.status = 'enrolled' and <department>
            ) standings
            """;

    private static final String PERIOD = """
            left join (
              select l.person_id, count(*) as days_done from ledger l
              where l.programme = :programme and l.state = 'done' and l.study_day between :from and :to
              group by l.person_id
            ) done on done.person_id = p.id
            """;

    private final Jdbi jdbi;
    private final String programme;

    Rankings(Jdbi jdbi, String programme) {
        this.jdbi = jdbi;
        this.programme = programme;
    }

    /** The standings in these rows, counted from 0, both included. */
    List<Standing> rows(Scope scope, long from, long to) {
        return jdbi.withHandle(handle -> bound(
                        handle.createQuery("select * from (" + ORDERED
                                + ") ranking where place_row between :first and :last order by place_row"),
                        scope)
                .bind("first", from)
                .bind("last", to)
                .map((row, context) -> standing(row))
                .list());
    }

    Optional<Standing> of(Scope scope, PersonId person) {
        return jdbi.withHandle(handle -> bound(
                        handle.createQuery("select * from (" + ORDERED + ") ranking where person_id = :person"), scope)
                .bind("person", person.value())
                .map((row, context) -> standing(row))
                .findOne());
    }

    /** How many people the ranking has. */
    long size(Scope scope) {
        return jdbi.withHandle(handle -> {
            Query query =
                    handle.createQuery("select count(*) from person p where p.status = 'enrolled' and <department>");
            scope.department().ifPresent(department -> query.bind("department", department.value()));
            return query.define("department", departmentIs(scope))
                    .mapTo(Long.class)
                    .one();
        });
    }

    private Query bound(Query query, Scope scope) {
        boolean isPeriod = scope.view() != RankingView.STREAK;
        query.define("days", isPeriod ? "coalesce(done.days_done, 0)" : "coalesce(s.current_days, 0)")
                .define("period", isPeriod ? PERIOD : "")
                .define("department", departmentIs(scope))
                .bind("programme", programme);
        scope.department().ifPresent(department -> query.bind("department", department.value()));
        return isPeriod ? query.bind("from", scope.from()).bind("to", scope.to()) : query;
    }

    private static String departmentIs(Scope scope) {
        return scope.department().isPresent() ? "p.department_id = :department" : "true";
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("place"),
                row.getLong("place_row"),
                row.getLong("person_id"),
                row.getString("name"),
                row.getString("department"),
                row.getInt("days"),
                row.getInt("longest"));
    }
}
