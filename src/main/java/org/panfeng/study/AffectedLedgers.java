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

/** How many people's ledger of one programme has what on certain days. */
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

    /** Names of those who have one of these days as missed or frozen, at most so many, by id. */
    public List<String> namesOfLost(Collection<LocalDate> days, int most) {
        return days.isEmpty()
                ? List.of()
                : jdbi.withHandle(handle -> ofThese(
                                handle.createQuery(
                                        "select p.name from person p where exists (select 1 from ledger l where"
                                                + OF_THESE
                                                + "and l.person_id = p.id and l.state in ('missed', 'frozen')) order by p.id limit :most"),
                                days)
                        .bind("most", most)
                        .mapTo(String.class)
                        .list());
    }

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
