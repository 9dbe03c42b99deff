package org.panfeng.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.batch.Memo;
import org.panfeng.chat.Language;
import org.panfeng.chat.Role;

/** The people the programme knows. */
public final class Staff {
    private static final String SELECT = """
            select p.id, p.telegram_id, p.name, p.role, p.status, p.department_id, p.language, p.push_at, p.enrolled_at,
                   p.unreachable_since
            from person p
            """;

    private final Jdbi jdbi;
    private final Set<Long> appointedAdmins;
    private final FormerDepartments formerDepartments;
    private final List<Consumer<PersonId>> followers = new CopyOnWriteArrayList<>();
    private final Memo<Long, Optional<Person>> byTelegramId = new Memo<>();

    /**
     * @param appointedAdmins the messenger's ids of those who are admins by the settings, whatever is stored
     */
    public Staff(Jdbi jdbi, Set<Long> appointedAdmins) {
        this.jdbi = jdbi;
        this.appointedAdmins = Set.copyOf(appointedAdmins);
        this.formerDepartments = new FormerDepartments(jdbi);
    }

    /** Calls this, in the same transaction, whenever somebody has been enrolled, renamed or moved. */
    public void onChange(Consumer<PersonId> follower) {
        followers.add(follower);
    }

    private void changed(PersonId id) {
        byTelegramId.forget();
        followers.forEach(follower -> follower.accept(id));
    }

    /** Reads for the present batch who these are. */
    void foresee(Collection<Long> telegramIds) {
        telegramIds.forEach(id -> byTelegramId.keep(id, Optional.empty()));
        jdbi.useHandle(handle -> handle.createQuery(SELECT + " where p.telegram_id = any(:ids)")
                .bindArray("ids", Long.class, telegramIds)
                .map((row, context) -> person(row))
                .forEach(person -> byTelegramId.keep(person.telegramId(), Optional.of(person))));
    }

    public Optional<Person> withTelegramId(long telegramId) {
        return byTelegramId.of(
                telegramId,
                () -> jdbi.withHandle(handle -> handle.createQuery(SELECT + " where p.telegram_id = :id")
                        .bind("id", telegramId)
                        .map((row, context) -> person(row))
                        .findOne()));
    }

    public Optional<Person> withId(PersonId id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where p.id = :id")
                .bind("id", id.value())
                .map((row, context) -> person(row))
                .findOne());
    }

    /** Everybody enrolled: for small offices and samples only. */
    public List<Person> enrolled() {
        return withStatus(Person.Status.ENROLLED);
    }

    /** Those enrolled who come after somebody, by id, at most so many. */
    public List<Person> enrolled(PersonId after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " where p.id > :after and p.status = 'enrolled' order by p.status, p.id limit :most")
                .bind("after", after.value())
                .bind("most", most)
                .map((row, context) -> person(row))
                .list());
    }

    /** How many are enrolled, and how many of them can be written to. */
    public record Audience(long everybody, long reachable) {}

    public Audience audience() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) as everybody, count(case when unreachable_since is null then 1 end) as reachable
                        from person where status = 'enrolled'
                        """)
                .map((row, context) -> new Audience(row.getLong("everybody"), row.getLong("reachable")))
                .one());
    }

    List<Person> withStatus(Person.Status status) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where p.status = :status order by p.id")
                .bind("status", stored(status))
                .map((row, context) -> person(row))
                .list());
    }

    long count(Person.Status status) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from person where status = :status")
                .bind("status", stored(status))
                .mapTo(Long.class)
                .one());
    }

    /** Whether the settings or the office have named an admin. */
    boolean hasAdmin() {
        return !appointedAdmins.isEmpty() || !admins().isEmpty();
    }

    /** Those who can decide about others: stored as admin, or named in the settings and known here. */
    public List<Person> admins() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " where p.role = 'admin' or p.telegram_id in (<ids>) order by p.id")
                .bindList("ids", appointedAdmins.isEmpty() ? Set.of(-1L) : appointedAdmins)
                .map((row, context) -> person(row))
                .list());
    }

    /** Enrolled people whose name holds this text, at most {@code most} of them, by name. */
    public List<Person> named(String part, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                         where p.status = 'enrolled' and lower(p.name) like :part escape '!'
                        order by p.name_key, p.id limit :most
                        """)
                .bind("part", "%" + part.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%")
                .bind("most", most)
                .map((row, context) -> person(row))
                .list());
    }

    /** Notes a person down, with this status; who is there already keeps everything but the status. */
    public Person meet(long telegramId, String name, Language language, Person.Status status) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into person (telegram_id, name, name_key, role, status, language)
                        values (:telegram, :name, :key, 'staff', :status, :language)
                        on conflict do nothing
                        """)
                .bind("telegram", telegramId)
                .bind("name", name)
                .bind("key", PersonName.key(name))
                .bind("status", stored(status))
                .bind("language", language.code())
                .execute());
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update person set status = :status where telegram_id = :telegram and status <> 'enrolled'")
                .bind("status", stored(status))
                .bind("telegram", telegramId)
                .execute());
        byTelegramId.forget(telegramId);
        return withTelegramId(telegramId).orElseThrow();
    }

    /** Enrols a person who is not enrolled yet. */
    public Person enrol(PersonId id, Optional<DepartmentId> department, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update person set status = 'enrolled', department_id = :department, enrolled_at = :at
                        where id = :id and status <> 'enrolled'
                        """)
                .bind("department", department.map(DepartmentId::value).orElse(null))
                .bind("at", at)
                .bind("id", id.value())
                .execute());
        changed(id);
        return withId(id).orElseThrow();
    }

    void rename(PersonId id, String name) {
        set(id, "name", name);
        set(id, "name_key", PersonName.key(name));
        changed(id);
    }

    void move(PersonId id, DepartmentId department, Instant at) {
        formerDepartments.leave(id, at);
        set(id, "department_id", department.value());
        changed(id);
    }

    /** The department a person was in at an instant, or is still in. */
    public Optional<DepartmentId> departmentOf(PersonId id, Instant at) {
        return formerDepartments.of(id, at);
    }

    public void appoint(PersonId id, Role role) {
        set(id, "role", stored(role));
    }

    void speak(PersonId id, Language language) {
        set(id, "language", language.code());
    }

    void pushAt(PersonId id, LocalTime time) {
        set(id, "push_at", time);
    }

    void remind(PersonId id, boolean wanted) {
        set(id, "reminds", wanted);
    }

    boolean wantsReminder(PersonId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select reminds from person where id = :id")
                .bind("id", id.value())
                .mapTo(Boolean.class)
                .one());
    }

    /** The push times people have chosen for themselves. */
    public List<LocalTime> chosenPushTimes() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select distinct push_at from person where push_at is not null")
                        .map((row, context) -> row.getObject("push_at", LocalTime.class))
                        .list());
    }

    private void set(PersonId id, String column, Object to) {
        byTelegramId.forget();
        jdbi.useHandle(handle -> handle.createUpdate("update person set <column> = :value where id = :id")
                .define("column", column)
                .bind("value", to)
                .bind("id", id.value())
                .execute());
    }

    /** The chat refuses our messages since this instant; nothing changes when it already did. */
    public void lost(long telegramId, Instant since) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update person set unreachable_since = :since where telegram_id = :id and unreachable_since is null")
                .bind("since", since)
                .bind("id", telegramId)
                .execute());
        byTelegramId.forget(telegramId);
    }

    /** The person can be written to again. */
    void found(long telegramId) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update person set unreachable_since = null where telegram_id = :id")
                        .bind("id", telegramId)
                        .execute());
        byTelegramId.forget(telegramId);
    }

    private Person person(ResultSet row) throws SQLException {
        long telegramId = row.getLong("telegram_id");
        long department = row.getLong("department_id");
        Optional<DepartmentId> of = row.wasNull() ? Optional.empty() : Optional.of(new DepartmentId(department));
        LocalTime pushAt = row.getObject("push_at", LocalTime.class);
        Timestamp enrolledAt = row.getTimestamp("enrolled_at");
        return new Person(
                new PersonId(row.getLong("id")),
                telegramId,
                row.getString("name"),
                appointedAdmins.contains(telegramId)
                        ? Role.ADMIN
                        : Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)),
                Person.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                of,
                Language.of(row.getString("language")).orElse(Language.ZH),
                Optional.ofNullable(pushAt),
                Optional.ofNullable(enrolledAt).map(Timestamp::toInstant),
                row.getTimestamp("unreachable_since") == null);
    }

    private static String stored(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    boolean isAppointedAdmin(long telegramId) {
        return appointedAdmins.contains(telegramId);
    }
}
