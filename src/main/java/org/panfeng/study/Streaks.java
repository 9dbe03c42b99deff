package org.panfeng.study;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.people.PersonId;

/**
 * The streaks of one programme: the sums of the ledger, kept in step with it, and how many days everybody has done in all, in the month and
 * in the week. Each line has the place in which a ranking lists it.
 */
final class Streaks {
    private final Jdbi jdbi;
    private final String programme;
    private final RankBook book;
    private final StreakCounts counts;

    Streaks(Jdbi jdbi, String programme, RankBook book, StreakCounts counts) {
        this.jdbi = jdbi;
        this.programme = programme;
        this.book = book;
        this.counts = counts;
    }

    static LocalDate monthOf(LocalDate day) {
        return day.withDayOfMonth(1);
    }

    static LocalDate weekOf(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    Streak of(PersonId person) {
        return read(person, "");
    }

    /** The streak, which nobody else can change before this transaction ends. */
    Streak held(PersonId person) {
        return read(person, " for update");
    }

    private Streak read(PersonId person, String holding) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select current_days, longest_days from streak
                        where programme = :programme and person_id = :person
                        """ + holding)
                .bind("programme", programme)
                .bind("person", person.value())
                .map((row, context) -> new Streak(row.getInt("current_days"), row.getInt("longest_days")))
                .findOne()
                .orElse(Streak.NONE));
    }

    /** What is kept of these people. */
    Map<PersonId, KeptDays> kept(List<PersonId> people) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select person_id, current_days, longest_days, total_days, month_start, month_days, week_start, week_days
                        from streak where programme = :programme and person_id in (<people>)
                        """)
                .bind("programme", programme)
                .bindList("people", people.stream().map(PersonId::value).toList())
                .map((row, context) -> Map.entry(
                        new PersonId(row.getLong("person_id")),
                        new KeptDays(
                                new Streak(row.getInt("current_days"), row.getInt("longest_days")),
                                row.getInt("total_days"),
                                Optional.ofNullable(row.getObject("month_start", LocalDate.class)),
                                row.getInt("month_days"),
                                Optional.ofNullable(row.getObject("week_start", LocalDate.class)),
                                row.getInt("week_days"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Makes of a streak what a recount has shown. */
    void set(PersonId person, Streak from, Streak to) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update streak set current_days = :current, longest_days = :longest,
                                          rank_key = cast(:head as varchar) || substring(rank_key, 11)
                        where programme = :programme and person_id = :person
                        """)
                .bind("current", to.current())
                .bind("longest", to.longest())
                .bind("head", RankKey.head(to))
                .bind("programme", programme)
                .bind("person", person.value())
                .execute());
        counts.moved(from.current(), to.current(), 1);
    }

    /** Another day is done: the streak becomes this, and the day counts in its month and its week. */
    void grow(PersonId person, LocalDate day, Streak from, Streak to) {
        if (!write(person, day, to)) {
            book.follow(person);
            write(person, day, to);
        }
        counts.moved(from.current(), to.current(), 1);
    }

    private boolean write(PersonId person, LocalDate day, Streak streak) {
        return jdbi.withHandle(handle -> handle.createUpdate(GROW)
                        .bind("current", streak.current())
                        .bind("longest", streak.longest())
                        .bind("head", RankKey.head(streak))
                        .bind("month", monthOf(day))
                        .bind("week", weekOf(day))
                        .bind("programme", programme)
                        .bind("person", person.value())
                        .execute())
                == 1;
    }

    private static final String GROW = """
            update streak set
              current_days = :current, longest_days = :longest,
              rank_key = cast(:head as varchar) || substring(rank_key, 11),
              total_days = total_days + 1,
              month_days = case when month_start > :month then month_days when month_start = :month then month_days + 1 else 1 end,
              month_start = case when month_start > :month then month_start else cast(:month as date) end,
              week_days = case when week_start > :week then week_days when week_start = :week then week_days + 1 else 1 end,
              week_start = case when week_start > :week then week_start else cast(:week as date) end
            where programme = :programme and person_id = :person
            """;

    /**
     * Takes hold of the lines of these people until the transaction ends.
     *
     * @return those whose line is free; somebody else is at the others just now
     */
    Set<PersonId> hold(Collection<PersonId> people) {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery("""
                        select person_id from streak
                        where programme = :programme and person_id in (<people>)
                        order by person_id for update skip locked
                        """)
                .bind("programme", programme)
                .bindList("people", people.stream().map(PersonId::value).toList())
                .map((row, context) -> new PersonId(row.getLong("person_id")))
                .list()));
    }

    /** These people have missed the latest day of their ledger. */
    void broken(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return;
        }
        List<Long> ids = new ArrayList<>(people.stream().map(PersonId::value).toList());
        jdbi.useHandle(handle -> {
            handle.createQuery("""
                            select current_days, count(*) as people from streak
                            where programme = :programme and person_id in (<people>) and current_days > 0 group by current_days
                            """)
                    .bind("programme", programme)
                    .bindList("people", ids)
                    .map((row, context) -> new int[] {row.getInt("current_days"), row.getInt("people")})
                    .list()
                    .forEach(lost -> counts.moved(lost[0], 0, lost[1]));
            handle.createUpdate("""
                            update streak set current_days = 0, rank_key = '99999' || substring(rank_key, 6)
                            where programme = :programme and person_id in (<people>) and current_days > 0
                            """)
                    .bind("programme", programme)
                    .bindList("people", ids)
                    .execute();
        });
    }
}
