package org.panfeng.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
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

    /**
     * A streak, and the highest milestone that was celebrated, 0 for none.
     */
    record Celebrated(Streak streak, int milestone) {
        static final Celebrated NONE = new Celebrated(Streak.NONE, 0);
    }

    Streak of(PersonId person) {
        return read(person, "").streak();
    }

    /** The streak, which nobody else can change before this transaction ends. */
    Celebrated held(PersonId person) {
        return read(person, " for update");
    }

    private Celebrated read(PersonId person, String holding) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select current_days, longest_days, freezes, celebrated from streak
                        where programme = :programme and person_id = :person
                        """ + holding)
                .bind("programme", programme)
                .bind("person", person.value())
                .map((row, context) -> new Celebrated(streak(row), row.getInt("celebrated")))
                .findOne()
                .orElse(Celebrated.NONE));
    }

    static Streak streak(ResultSet row) throws SQLException {
        return new Streak(row.getInt("current_days"), row.getInt("longest_days"), row.getInt("freezes"));
    }

    /** What is kept of these people. */
    Map<PersonId, KeptDays> kept(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> ofThese(handle.createQuery("""
                        select person_id, current_days, longest_days, freezes, total_days, month_start, month_days, week_start, week_days
                        from streak
                        """ + OF_THESE), people)
                .map((row, context) -> Map.entry(
                        new PersonId(row.getLong("person_id")),
                        new KeptDays(
                                streak(row),
                                row.getInt("total_days"),
                                Optional.ofNullable(row.getObject("month_start", LocalDate.class)),
                                row.getInt("month_days"),
                                Optional.ofNullable(row.getObject("week_start", LocalDate.class)),
                                row.getInt("week_days"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Makes of what is kept what a recount has shown. */
    void set(PersonId person, Streak from, KeptDays to) {
        Streak streak = to.streak();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update streak set current_days = :current, longest_days = :longest, freezes = :freezes,
                                          rank_key = cast(:head as varchar) || substring(rank_key, 11), total_days = :total,
                                          month_start = :month, month_days = :monthDays, week_start = :week, week_days = :weekDays
                        where programme = :programme and person_id = :person
                        """)
                .bind("current", streak.current())
                .bind("longest", streak.longest())
                .bind("freezes", streak.freezes())
                .bind("head", RankKey.head(streak))
                .bind("total", to.total())
                .bind("month", to.month().orElse(null))
                .bind("monthDays", to.monthDays())
                .bind("week", to.week().orElse(null))
                .bind("weekDays", to.weekDays())
                .bind("programme", programme)
                .bind("person", person.value())
                .execute());
        counts.moved(from.current(), streak.current(), 1);
    }

    /** The latest day is done: the streak becomes this, and the day counts in its month and its week. */
    void grow(PersonId person, LocalDate day, Streak from, Celebrated to) {
        if (!write(person, day, to)) {
            book.follow(person);
            write(person, day, to);
        }
        counts.moved(from.current(), to.streak().current(), 1);
    }

    private boolean write(PersonId person, LocalDate day, Celebrated to) {
        Streak streak = to.streak();
        return jdbi.withHandle(handle -> handle.createUpdate(GROW)
                        .bind("current", streak.current())
                        .bind("longest", streak.longest())
                        .bind("freezes", streak.freezes())
                        .bind("celebrated", to.milestone())
                        .bind("head", RankKey.head(streak))
                        .bind("month", KeptDays.monthOf(day))
                        .bind("week", KeptDays.weekOf(day))
                        .bind("programme", programme)
                        .bind("person", person.value())
                        .execute())
                == 1;
    }

    private static final String GROW = """
            update streak set
              current_days = :current, longest_days = :longest, freezes = :freezes, celebrated = :celebrated,
              rank_key = cast(:head as varchar) || substring(rank_key, 11),
              total_days = total_days + 1,
              month_days = case when month_start > :month then month_days when month_start = :month then month_days + 1 else 1 end,
              month_start = case when month_start > :month then month_start else cast(:month as date) end,
              week_days = case when week_start > :week then week_days when week_start = :week then week_days + 1 else 1 end,
              week_start = case when week_start > :week then week_start else cast(:week as date) end
            where programme = :programme and person_id = :person
            """;

    /** Another milestone was celebrated. */
    void celebrated(PersonId person, int milestone) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update streak set celebrated = :milestone where programme = :programme and person_id = :person")
                .bind("milestone", milestone)
                .bind("programme", programme)
                .bind("person", person.value())
                .execute());
    }

    /**
     * Takes hold of the lines of these people until the transaction ends.
     *
     * @return those whose line is free; somebody else is at the others just now
     */
    Set<PersonId> hold(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return Set.of();
        }
        String select = "select person_id from streak" + OF_THESE + "order by person_id for update skip locked";
        return Set.copyOf(jdbi.withHandle(handle -> ofThese(handle.createQuery(select), people)
                .map((row, context) -> new PersonId(row.getLong("person_id")))
                .list()));
    }

    /** These people have missed the latest day of their ledger. */
    void broken(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            ofThese(
                            handle.createQuery("select current_days, count(*) as people from streak" + OF_THESE
                                    + "and current_days > 0 group by current_days"),
                            people)
                    .map((row, context) -> new int[] {row.getInt("current_days"), row.getInt("people")})
                    .list()
                    .forEach(lost -> counts.moved(lost[0], 0, lost[1]));
            ofThese(
                            handle.createUpdate(
                                    "update streak set current_days = 0, rank_key = '99999' || substring(rank_key, 6)"
                                            + OF_THESE + "and current_days > 0"),
                            people)
                    .execute();
        });
    }

    /** The latest day of these people's ledger has cost them a freeze. */
    void thawed(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return;
        }
        jdbi.useHandle(
                handle -> ofThese(handle.createUpdate("update streak set freezes = freezes - 1" + OF_THESE), people)
                        .execute());
    }

    /**
     * Ends a statement about these people. H2 looks up a list in the first column of an index only: it would hold each line of the
     * programme against each of a thousand people. Those who are dealt with together stand close together, so the range is enough.
     */
    private static final String OF_THESE = """
             where programme = :programme and person_id between :first and :last and person_id in (<people>)
            """;

    private <S extends SqlStatement<S>> S ofThese(S statement, Collection<PersonId> people) {
        LongSummaryStatistics ids = people.stream().mapToLong(PersonId::value).summaryStatistics();
        return statement
                .bind("programme", programme)
                .bind("first", ids.getMin())
                .bind("last", ids.getMax())
                .bindList("people", people.stream().map(PersonId::value).toList());
    }
}
