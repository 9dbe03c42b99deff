package org.panfeng.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.panfeng.people.DepartmentId;
import org.panfeng.people.PersonId;
import org.panfeng.study.Places;
import org.panfeng.study.StreakCounts;

/**
 * Everybody enrolled, in the order of a ranking. Ties are ordered by longest streak, name by code point, and id: the order of
 * {@code streak.rank_key}, by which lines are found, so that the streaks of everybody cost the same however many there are. The other
 * rankings make such a key of the days they count, and look at everybody whom they rank.
 */
final class Rankings {

    /**
     * What is ranked, and among whom.
     *
     * @param from the first day of the period, which began at most a month before today; of no account for streaks and the whole programme
     */
    record Scope(RankingView view, LocalDate from, Optional<DepartmentId> department) {
        boolean isIndexed() {
            return view == RankingView.STREAK && department.isEmpty();
        }
    }

    private static final int MOST_DAYS = 99_999;

    private final Jdbi jdbi;
    private final String programme;
    private final StreakCounts streakCounts;

    Rankings(Jdbi jdbi, String programme, StreakCounts streakCounts) {
        this.jdbi = jdbi;
        this.programme = programme;
        this.streakCounts = streakCounts;
    }

    /** How many have how many days. */
    Places places(Scope scope) {
        return new Places(scope.isIndexed() ? streakCounts.present() : counted(scope));
    }

    private SortedMap<Integer, Long> counted(Scope scope) {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        jdbi.useHandle(handle -> bound(handle.createQuery("""
                        select days, count(*) as people from (
                          select <days> as days from streak s
                          where s.programme = :programme and s.rank_key is not null and <department>
                        ) counted group by days
                        """), scope)
                .map((row, context) -> Map.entry(row.getInt("days"), row.getLong("people")))
                .forEach(count -> counts.put(count.getKey(), count.getValue())));
        return counts;
    }

    /** So many standings from a row on, counted from 0. */
    List<Standing> rows(Scope scope, Places places, long from, int most) {
        int days = places.daysAt(from);
        long before = places.of(days) - 1;
        return lines(scope, places, new Stretch(">=", "%05d".formatted(MOST_DAYS - days), "", most, from - before));
    }

    /** Those who stand before somebody, at most so many. */
    List<Standing> before(Scope scope, Places places, Standing of, int most) {
        return lines(scope, places, new Stretch("<", of.key(), "desc", most, 0));
    }

    /** Those who stand after somebody, at most so many. */
    List<Standing> after(Scope scope, Places places, Standing of, int most) {
        return lines(scope, places, new Stretch(">", of.key(), "", most, 0));
    }

    Optional<Standing> of(Scope scope, Places places, PersonId person) {
        return jdbi.withHandle(handle -> bound(handle.createQuery(LINE), scope)
                .bind("person", person.value())
                .map((row, context) -> standing(row, places))
                .findOne());
    }

    /**
     * Where lines are looked for.
     *
     * @param direction {@code desc} to go from the key towards the first place
     */
    private record Stretch(String than, String key, String direction, int most, long skip) {}

    private List<Standing> lines(Scope scope, Places places, Stretch stretch) {
        return jdbi.withHandle(handle -> bound(handle.createQuery(LINES), scope)
                .define("than", stretch.than())
                .define("direction", stretch.direction())
                .bind("at", stretch.key())
                .bind("most", stretch.most())
                .bind("skip", stretch.skip())
                .map((row, context) -> standing(row, places))
                .list());
    }

    private static final String LINE = """
            select p.id, p.name, coalesce(d.name, '') as department, <days> as days, s.longest_days, <key> as ranked_by
            from streak s join person p on p.id = s.person_id left join department d on d.id = s.department_id
            where s.programme = :programme and s.person_id = :person and s.rank_key is not null and <department>
            """;

    /** The programme stands in the order, too: so H2 sees that the index has it. */
    private static final String LINES = """
            select p.id, p.name, coalesce(d.name, '') as department, near.days, near.longest_days, near.ranked_by
            from (
              select s.person_id, s.department_id, <days> as days, s.longest_days, <key> as ranked_by from streak s
              where s.programme = :programme and <department> and <key> <than> :at
              order by s.programme <direction>, <key> <direction> limit :most offset :skip
            ) near join person p on p.id = near.person_id left join department d on d.id = near.department_id
            order by near.ranked_by
            """;

    private Query bound(Query query, Scope scope) {
        String days = days(scope.view());
        query.define("days", days)
                .define("key", scope.view() == RankingView.STREAK ? "s.rank_key" : KEY_OF_DAYS.formatted(days))
                .define("department", scope.department().isPresent() ? "s.department_id = :department" : "true")
                .bind("programme", programme);
        scope.department().ifPresent(department -> query.bind("department", department.value()));
        return days.contains(":from") ? query.bind("from", scope.from()) : query;
    }

    private static final String KEY_OF_DAYS = "lpad(cast(99999 - %s as varchar), 5, '0') || substring(s.rank_key, 6)";

    private static String days(RankingView view) {
        return switch (view) {
            case STREAK -> "s.current_days";
            case WEEK -> "(case when s.week_start = :from then s.week_days else 0 end)";
            case MONTH -> "(case when s.month_start = :from then s.month_days else 0 end)";
            case ALL -> "s.total_days";
        };
    }

    private static Standing standing(ResultSet row, Places places) throws SQLException {
        int days = row.getInt("days");
        return new Standing(
                places.of(days),
                row.getLong("id"),
                row.getString("name"),
                row.getString("department"),
                days,
                row.getInt("longest_days"),
                row.getString("ranked_by"));
    }
}
