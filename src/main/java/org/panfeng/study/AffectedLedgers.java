package org.panfeng.study;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Whose ledger of one programme a change of certain days touches, and how. */
public final class AffectedLedgers {
    private final Jdbi jdbi;
    private final String programme;

    AffectedLedgers(Jdbi jdbi, String programme) {
        this.jdbi = jdbi;
        this.programme = programme;
    }

    /** How many people have at least one of these days in each state. */
    public Map<DayState, Long> people(Collection<LocalDate> days) {
        Map<DayState, Long> people = new EnumMap<>(DayState.class);
        if (!days.isEmpty()) {
            String select = "select state, count(distinct person_id) as people from ledger l where" + OF_THESE;
            jdbi.useHandle(handle -> ofThese(handle.createQuery(select + "group by state"), days)
                    .map((row, context) -> Map.entry(
                            DayState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getLong("people")))
                    .forEach(entry -> people.put(entry.getKey(), entry.getValue())));
        }
        return people;
    }

    /** Names of those who have missed one of these days, at most so many, by id. */
    public List<String> namesOfMissed(Collection<LocalDate> days, int most) {
        return days.isEmpty() ? List.of() : names("ledger l where l.state = 'missed' and" + OF_THESE, days, most);
    }

    /**
     * How those came off who were given the tasks of days that were taken out of the calendar.
     *
     * @param given how many had a task
     * @param unfinished how many of them had not done one
     */
    public record Earlier(long given, long unfinished) {}

    /** What a ledger that counts these days again would go by. */
    public Earlier earlier(Collection<LocalDate> days) {
        String select =
                "select count(distinct l.person_id) as given, count(distinct case when g.done_at is null then l.person_id end) as unfinished from "
                        + TASKS + " where" + OF_THESE;
        return days.isEmpty()
                ? new Earlier(0, 0)
                : jdbi.withHandle(handle -> ofThese(handle.createQuery(select), days)
                        .map((row, context) -> new Earlier(row.getLong("given"), row.getLong("unfinished")))
                        .one());
    }

    /** Names of those who had not done the task of one of these days, at most so many, by id. */
    public List<String> namesOfUnfinished(Collection<LocalDate> days, int most) {
        return days.isEmpty() ? List.of() : names(TASKS + " where g.done_at is null and" + OF_THESE, days, most);
    }

    private List<String> names(String lines, Collection<LocalDate> days, int most) {
        return jdbi.withHandle(handle -> ofThese(
                        handle.createQuery("select p.name from person p where exists (select 1 from " + lines
                                + " and l.person_id = p.id) order by p.id limit :most"),
                        days)
                .bind("most", most)
                .mapTo(String.class)
                .list());
    }

    private static final String TASKS = "task l left join task_progress g on g.task_id = l.id";

    /** Selects lines of these days. Of a list H2 makes no use here; without the range it would read those of all days. */
    private static final String OF_THESE =
            " l.programme = :programme and l.study_day between :first and :last and l.study_day in (<days>) ";

    private Query ofThese(Query query, Collection<LocalDate> days) {
        return query.bind("programme", programme)
                .bind("first", Collections.min(days))
                .bind("last", Collections.max(days))
                .bindList("days", List.copyOf(days));
    }
}
