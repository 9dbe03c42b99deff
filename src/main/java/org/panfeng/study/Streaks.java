package org.panfeng.study;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.panfeng.people.PersonId;

/** The streaks of one programme: the sums of the ledger, kept in step with it. */
final class Streaks {
    private final Jdbi jdbi;
    private final String programme;

    Streaks(Jdbi jdbi, String programme) {
        this.jdbi = jdbi;
        this.programme = programme;
    }

    Streak of(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select current_days, longest_days from streak
                        where programme = :programme and person_id = :person
                        """)
                .bind("programme", programme)
                .bind("person", person.value())
                .map((row, context) -> new Streak(row.getInt("current_days"), row.getInt("longest_days")))
                .findOne()
                .orElse(Streak.NONE));
    }

    void set(PersonId person, Streak streak) {
        boolean isThere = jdbi.withHandle(handle -> handle.createUpdate("""
                                update streak set current_days = :current, longest_days = :longest
                                where programme = :programme and person_id = :person
                                """)
                        .bind("current", streak.current())
                        .bind("longest", streak.longest())
                        .bind("programme", programme)
                        .bind("person", person.value())
                        .execute())
                == 1;
        if (!isThere) {
            jdbi.useHandle(handle -> handle.createUpdate("""
                            insert into streak (programme, person_id, current_days, longest_days)
                            values (:programme, :person, :current, :longest)
                            """)
                    .bind("programme", programme)
                    .bind("person", person.value())
                    .bind("current", streak.current())
                    .bind("longest", streak.longest())
                    .execute());
        }
    }

    /** These people have missed the latest day of their ledger. */
    void broken(Collection<PersonId> people) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    update streak set current_days = 0
                    where programme = :programme and person_id = :person and current_days > 0
                    """);
            for (PersonId person : people) {
                batch.bind("programme", programme)
                        .bind("person", person.value())
                        .add();
            }
            if (!people.isEmpty()) {
                batch.execute();
            }
        });
    }

    /** A person's place among everybody enrolled: 1 for the longest streak, shared by equals. */
    Place place(PersonId person) {
        int mine = of(person).current();
        List<Long> counts = jdbi.withHandle(handle -> handle.createQuery("""
                        select
                          (select count(*) from person p join streak s on s.person_id = p.id and s.programme = :programme
                             where p.status = 'enrolled' and s.current_days > :mine) as ahead,
                          (select count(*) from person p left join streak s on s.person_id = p.id and s.programme = :programme
                             where p.status = 'enrolled' and coalesce(s.current_days, 0) = :mine) as equal_to,
                          (select count(*) from person p where p.status = 'enrolled') as everybody
                        """)
                .bind("programme", programme)
                .bind("mine", mine)
                .map((row, context) -> List.of(row.getLong("ahead"), row.getLong("equal_to"), row.getLong("everybody")))
                .one());
        return new Place(counts.get(0) + 1, counts.get(1) - 1, counts.get(2));
    }

    /**
     * @param sharedWith how many others have the same place
     * @param of everybody enrolled
     */
    record Place(long place, long sharedWith, long of) {}
}
