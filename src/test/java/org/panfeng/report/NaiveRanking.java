package org.panfeng.report;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.panfeng.people.DepartmentId;

/** A ranking as the rules have it, from the ledger, without anything that was kept for speed. */
final class NaiveRanking {
    private static final String ORDERED = """
            select rank() over (order by days desc) as place, id, name, department, days, longest
            from (
              select p.id, p.name, p.name_key, coalesce(d.name, '') as department, s.longest_days as longest,
                     %s as days
              from person p left join department d on d.id = p.department_id
              join streak s on s.person_id = p.id and s.programme = :programme
              where p.status = 'enrolled' and (:department = 0 or p.department_id = :department)
            ) standings
            order by days desc, longest desc, name_key, id
            """;

    private static final String DONE = """
            (select count(*) from ledger l where l.programme = :programme and l.person_id = p.id and l.state = 'done'
               and l.study_day >= :from)""";

    private NaiveRanking() {}

    static List<Standing> of(Jdbi jdbi, String programme, Rankings.Scope scope) {
        boolean isStreak = scope.view() == RankingView.STREAK;
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(ORDERED.formatted(isStreak ? "s.current_days" : DONE))
                    .bind("programme", programme)
                    .bind(
                            "department",
                            scope.department().map(DepartmentId::value).orElse(0L));
            return (isStreak ? query : query.bind("from", scope.from()))
                    .map((row, context) -> new Standing(
                            row.getLong("place"),
                            row.getLong("id"),
                            row.getString("name"),
                            row.getString("department"),
                            row.getInt("days"),
                            row.getInt("longest"),
                            ""))
                    .list();
        });
    }
}
