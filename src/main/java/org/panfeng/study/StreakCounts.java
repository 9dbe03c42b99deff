package org.panfeng.study;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.panfeng.batch.Memo;

/**
 * How many people have a streak of so many days, so that a place is a sum over a few hundred lines however large the office is. Whoever
 * changes a streak adds a line that says so, which waits for nobody; {@link #fold} makes few lines of many.
 */
public final class StreakCounts {
    /** Stands in place of a length for somebody who is not ranked. */
    static final int NOT_RANKED = -1;

    private static final int AT_ONCE = 2_000;

    private final Jdbi jdbi;
    private final String programme;
    private final Memo<String, SortedMap<Integer, Long>> present = new Memo<>();

    StreakCounts(Jdbi jdbi, String programme) {
        this.jdbi = jdbi;
        this.programme = programme;
    }

    /** So many people's streaks have changed their length. */
    void moved(int from, int to, long people) {
        if (from == to || people == 0) {
            return;
        }
        present.forget();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into streak_change (programme, from_days, to_days, people)
                        values (:programme, :from, :to, :people)
                        """)
                .bind("programme", programme)
                .bind("from", from)
                .bind("to", to)
                .bind("people", people)
                .execute());
    }

    /** How many of those enrolled have which streak, the shortest first. */
    public SortedMap<Integer, Long> present() {
        return present.of(programme, this::read);
    }

    private SortedMap<Integer, Long> read() {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select days, sum(people) as people from (
                          select days, people from streak_count where programme = :programme
                          union all select to_days, people from streak_change where programme = :programme
                          union all select from_days, -people from streak_change where programme = :programme
                        ) counted where days >= 0 group by days having sum(people) <> 0
                        """)
                .bind("programme", programme)
                .map((row, context) -> Map.entry(row.getInt("days"), row.getLong("people")))
                .forEach(count -> counts.put(count.getKey(), count.getValue())));
        return Collections.unmodifiableSortedMap(counts);
    }

    private record Change(long id, int from, int to, long people) {}

    /**
     * Folds the oldest changes in. Two nodes that do so at once take different changes, and the counts in the same order.
     *
     * @return whether there may be more
     */
    public boolean fold() {
        return jdbi.inTransaction(handle -> {
            List<Change> changes = handle.createQuery("""
                            select id, from_days, to_days, people from streak_change
                            where id in (select id from streak_change where programme = :programme order by id limit :most)
                            order by id for update skip locked
                            """)
                    .bind("programme", programme)
                    .bind("most", AT_ONCE)
                    .map((row, context) -> new Change(
                            row.getLong("id"), row.getInt("from_days"), row.getInt("to_days"), row.getLong("people")))
                    .list();
            if (!changes.isEmpty()) {
                add(handle, sums(changes));
                handle.createUpdate("delete from streak_change where id in (<ids>)")
                        .bindList("ids", changes.stream().map(Change::id).toList())
                        .execute();
            }
            return changes.size() == AT_ONCE;
        });
    }

    private static SortedMap<Integer, Long> sums(List<Change> changes) {
        SortedMap<Integer, Long> sums = new TreeMap<>();
        for (Change change : changes) {
            sums.merge(change.to(), change.people(), Long::sum);
            sums.merge(change.from(), -change.people(), Long::sum);
        }
        sums.remove(NOT_RANKED);
        sums.values().removeIf(sum -> sum == 0);
        return sums;
    }

    private void add(Handle handle, SortedMap<Integer, Long> sums) {
        if (sums.isEmpty()) {
            return;
        }
        String known =
                "insert into streak_count (programme, days, people) values (:programme, :days, 0) on conflict do nothing";
        PreparedBatch lines = handle.prepareBatch(known);
        sums.keySet()
                .forEach(days ->
                        lines.bind("programme", programme).bind("days", days).add());
        lines.execute();
        PreparedBatch added = handle.prepareBatch(
                "update streak_count set people = people + :people where programme = :programme and days = :days");
        sums.forEach((days, people) -> added.bind("people", people)
                .bind("programme", programme)
                .bind("days", days)
                .add());
        added.execute();
    }

    /** Counts everybody anew. */
    void recount() {
        jdbi.useTransaction(handle -> {
            for (String forget : List.of("streak_change", "streak_count")) {
                handle.createUpdate("delete from <table> where programme = :programme")
                        .define("table", forget)
                        .bind("programme", programme)
                        .execute();
            }
            handle.createUpdate("""
                            insert into streak_count (programme, days, people)
                            select programme, current_days, count(*) from streak
                            where programme = :programme and rank_key is not null group by programme, current_days
                            """).bind("programme", programme).execute();
        });
    }

    /** The counts as the streaks themselves add up to: looks at everybody, for checking only. */
    Map<Integer, Long> counted() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select current_days, count(*) as people from streak
                        where programme = :programme and rank_key is not null group by current_days
                        """)
                .bind("programme", programme)
                .map((row, context) -> Map.entry(row.getInt("current_days"), row.getLong("people")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
