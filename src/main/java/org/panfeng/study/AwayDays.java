package org.panfeng.study;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.panfeng.people.Absence;
import org.panfeng.people.Absences;
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
    static AwayDays of(Absences absences, Collection<PersonId> people) {
        return of(absences.valid(people));
    }

    static AwayDays of(List<Absence> valid) {
        return new AwayDays(valid.stream()
                .collect(Collectors.groupingBy(
                        Absence::person, Collectors.mapping(AwayDays::stretch, Collectors.toList()))));
    }

    private static Stretch stretch(Absence absence) {
        return new Stretch(away(absence), absence.firstDay(), absence.lastDay().orElse(null));
    }

    /** What an absence says of each of its days. */
    static DayFacts.Away away(Absence absence) {
        Reason reason = absence.kind() == Absence.Kind.SUSPENSION ? Reason.SUSPENDED : Reason.LEAVE;
        return new DayFacts.Away(reason, absence.since());
    }

    /** Why a person is away on a day; a suspension goes before a leave, an earlier entry before a later one. */
    Optional<DayFacts.Away> on(PersonId person, LocalDate day) {
        return stretches.getOrDefault(person, List.of()).stream()
                .filter(stretch -> stretch.covers(day))
                .findFirst()
                .map(Stretch::away);
    }
}
