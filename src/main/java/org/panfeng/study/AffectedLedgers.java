package org.panfeng.study;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

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
            jdbi.useHandle(handle -> handle.createQuery("""
                            select state, count(distinct person_id) as people from ledger
                            where programme = :programme and study_day in (<days>) group by state
                            """)
                    .bind("programme", programme)
                    .bindList("days", List.copyOf(days))
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
                : jdbi.withHandle(handle -> handle.createQuery("""
                                select p.name from person p
                                where exists (select 1 from ledger l where l.programme = :programme and l.person_id = p.id
                                                and l.study_day in (<days>) and l.state in ('missed', 'frozen'))
                                order by p.id limit :most
                                """)
                        .bind("programme", programme)
                        .bindList("days", List.copyOf(days))
                        .bind("most", most)
                        .mapTo(String.class)
                        .list());
    }
}
