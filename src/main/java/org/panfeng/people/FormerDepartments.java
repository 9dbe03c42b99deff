package org.panfeng.people;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The departments that people have left. */
final class FormerDepartments {
    private final Jdbi jdbi;

    FormerDepartments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Notes that a person leaves the department they are in; of two moves at the same instant the first counts. */
    void leave(PersonId person, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into former_department (person_id, left_at, department_id)
                        select p.id, cast(:at as timestamp with time zone), p.department_id from person p where p.id = :person
                        on conflict do nothing
                        """)
                .bind("at", at)
                .bind("person", person.value())
                .execute());
    }

    /** The department a person was in at an instant, or is still in. */
    Optional<DepartmentId> of(PersonId person, Instant at) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select department_id from (
                          select f.left_at, f.department_id from former_department f
                          where f.person_id = :person and f.left_at > :at
                          union all
                          select null, p.department_id from person p where p.id = :person
                        ) stays order by left_at nulls last limit 1
                        """)
                .bind("person", person.value())
                .bind("at", at)
                .map((row, context) -> Optional.ofNullable((Long) row.getObject("department_id")))
                .findOne()
                .flatMap(id -> id.map(DepartmentId::new)));
    }
}
