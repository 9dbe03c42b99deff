package org.panfeng.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.panfeng.people.PersonId;

/** When some people are away: their leaves and suspensions, as far as they are valid. */
final class AwayDays {
    /**
     * @param last null while it goes on
     */
    record Stretch(
            DayFacts.Away away, LocalDate first, @Nullable LocalDate last) {
        boolean covers(LocalDate day) {
            return !day.isBefore(first) && (last == null || !day.isAfter(last));
        }
    }

    private final Map<PersonId, List<Stretch>> stretches;

    AwayDays(Map<PersonId, List<Stretch>> stretches) {
        this.stretches = stretches;
    }

    /** Reads when these people are away. */
    static AwayDays of(Jdbi jdbi, Collection<PersonId> people) {
        Map<PersonId, List<Stretch>> stretches = new HashMap<>();
        jdbi.useHandle(handle -> handle
                .createQuery("""
                        select person_id, kind, first_day, last_day, coalesce(decided_at, asked_at) as since from absence
                        where person_id in (<people>) and state = 'valid' order by kind desc, id
                        """)
                .bindList("people", people.stream().map(PersonId::value).toList())
                .map((row, context) -> Map.entry(new PersonId(row.getLong("person_id")), stretch(row)))
                .stream()
                .forEach(one -> stretches
                        .computeIfAbsent(one.getKey(), person -> new ArrayList<>())
                        .add(one.getValue())));
        return new AwayDays(stretches);
    }

    private static Stretch stretch(ResultSet row) throws SQLException {
        Reason reason = row.getString("kind").equals("suspension") ? Reason.SUSPENDED : Reason.LEAVE;
        Instant since = row.getTimestamp("since").toInstant();
        return new Stretch(
                new DayFacts.Away(reason, since),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }

    /** Why a person is away on a day; a suspension goes before a leave, an earlier entry before a later one. */
    Optional<DayFacts.Away> on(PersonId person, LocalDate day) {
        return stretches.getOrDefault(person, List.of()).stream()
                .filter(stretch -> stretch.covers(day))
                .findFirst()
                .map(Stretch::away);
    }
}
