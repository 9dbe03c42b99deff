package org.panfeng.study;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.people.PersonId;

/**
 * Sees to it that everybody enrolled has a line in the rankings of a programme, those who have done nothing yet included, and that it follows
 * their name and department.
 */
final class RankBook {
    private static final int AT_ONCE = 1_000;

    private final Jdbi jdbi;
    private final String programme;
    private final StreakCounts counts;

    RankBook(Jdbi jdbi, String programme, StreakCounts counts) {
        this.jdbi = jdbi;
        this.programme = programme;
        this.counts = counts;
    }

    /** A person has come in, goes by another name, or has moved. */
    void follow(PersonId person) {
        jdbi.useTransaction(handle -> {
            note(handle, person.value(), person.value());
            int before = ranked(handle, person);
            update(handle, person.value(), person.value());
            counts.moved(before, ranked(handle, person), 1);
        });
    }

    private int ranked(Handle handle, PersonId person) {
        return handle.createQuery("""
                        select current_days from streak
                        where programme = :programme and person_id = :person and rank_key is not null
                        """)
                .bind("programme", programme)
                .bind("person", person.value())
                .mapTo(Integer.class)
                .findOne()
                .orElse(StreakCounts.NOT_RANKED);
    }

    /** Opens the book of a programme that has none yet, whatever its people have done before; does nothing where there is one. */
    void open(LocalDate today, Instant now) {
        if (isOpen()) {
            return;
        }
        long after = 0;
        for (List<Long> people = next(after); !people.isEmpty(); people = next(after)) {
            long first = people.get(0);
            long last = people.get(people.size() - 1);
            jdbi.useTransaction(handle -> {
                note(handle, first, last);
                update(handle, first, last);
                count(handle, first, last, today);
            });
            after = last;
        }
        jdbi.useTransaction(handle -> {
            counts.recount();
            handle.createUpdate(
                            "insert into streak_book (programme, kept_since) values (:programme, :now) on conflict do nothing")
                    .bind("programme", programme)
                    .bind("now", now)
                    .execute();
        });
    }

    /** At most so many people whose line is missing or does not say what they are called and where they are, by id. */
    List<PersonId> astray(int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select p.id from person p
                        left join streak s on s.programme = :programme and s.person_id = p.id
                        where (p.status = 'enrolled' or s.rank_key is not null)
                          and (s.person_id is null or s.department_id is distinct from p.department_id
                               or s.rank_key is distinct from %s)
                        order by p.id limit :most
                        """.formatted(RankKey.WHOLE))
                .bind("programme", programme)
                .bind("most", most)
                .map((row, context) -> new PersonId(row.getLong("id")))
                .list());
    }

    boolean isOpen() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select programme from streak_book where programme = :programme")
                        .bind("programme", programme)
                        .mapTo(String.class)
                        .findOne()
                        .isPresent());
    }

    private List<Long> next(long after) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select p.id from person p where p.id > :after and p.status = 'enrolled' order by p.status, p.id limit :most")
                .bind("after", after)
                .bind("most", AT_ONCE)
                .mapTo(Long.class)
                .list());
    }

    private void note(Handle handle, long first, long last) {
        handle.createUpdate("""
                        insert into streak (programme, person_id, current_days, longest_days)
                        select cast(:programme as varchar), p.id, 0, 0 from person p
                        where p.id between :first and :last and p.status = 'enrolled'
                          and not exists (select 1 from streak s where s.programme = :programme and s.person_id = p.id)
                        on conflict do nothing
                        """)
                .bind("programme", programme)
                .bind("first", first)
                .bind("last", last)
                .execute();
    }

    private void update(Handle handle, long first, long last) {
        handle.createUpdate("""
                        update streak s set
                          rank_key = (select %s from person p where p.id = s.person_id),
                          department_id = (select p.department_id from person p where p.id = s.person_id)
                        where s.programme = :programme and s.person_id between :first and :last
                        """.formatted(RankKey.WHOLE))
                .bind("programme", programme)
                .bind("first", first)
                .bind("last", last)
                .execute();
    }

    private void count(Handle handle, long first, long last, LocalDate today) {
        handle.createUpdate("""
                        update streak s set
                          total_days = (select count(*) from ledger l where l.programme = s.programme
                            and l.person_id = s.person_id and l.state in ('done', 'made_up')),
                          month_start = :month,
                          month_days = (select count(*) from ledger l where l.programme = s.programme
                            and l.person_id = s.person_id and l.state in ('done', 'made_up') and l.study_day >= :month),
                          week_start = :week,
                          week_days = (select count(*) from ledger l where l.programme = s.programme
                            and l.person_id = s.person_id and l.state in ('done', 'made_up') and l.study_day >= :week)
                        where s.programme = :programme and s.person_id between :first and :last
                        """)
                .bind("month", KeptDays.monthOf(today))
                .bind("week", KeptDays.weekOf(today))
                .bind("programme", programme)
                .bind("first", first)
                .bind("last", last)
                .execute();
    }
}
