package org.panfeng.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;

/** The parts of the office, with how many people are enrolled in each. */
public final class Departments {
    private static final String SELECT = """
            select d.id, d.name,
                   (select count(*) from person p where p.department_id = d.id and p.status = 'enrolled') as members
            from department d
            """;

    private final Jdbi jdbi;

    public Departments(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public List<Department> all() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " order by d.id")
                .map((row, context) -> department(row))
                .list());
    }

    public Optional<Department> withId(DepartmentId id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where d.id = :id")
                .bind("id", id.value())
                .map((row, context) -> department(row))
                .findOne());
    }

    /** The name of a person's department, or that there is none yet. */
    String nameOf(Person person, Language language) {
        return person.department()
                .flatMap(this::withId)
                .map(Department::name)
                .orElseGet(() -> Texts.plain(language, "department.none"));
    }

    /** Adds a department; empty when one has that name. */
    public Optional<DepartmentId> add(String name, Instant now) {
        boolean taken =
                jdbi.withHandle(handle -> handle.createQuery("select count(*) from department where name = :name")
                                .bind("name", name)
                                .mapTo(Long.class)
                                .one())
                        > 0;
        if (taken) {
            return Optional.empty();
        }
        return Optional.of(jdbi.withHandle(handle ->
                new DepartmentId(handle.createUpdate("insert into department (name, created_at) values (:name, :now)")
                        .bind("name", name)
                        .bind("now", now)
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one())));
    }

    private static Department department(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Department(new DepartmentId(row.getLong("id")), row.getString("name"), row.getLong("members"));
    }
}
