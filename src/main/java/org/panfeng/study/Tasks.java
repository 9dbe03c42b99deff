package org.panfeng.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.panfeng.chat.Language;
import org.panfeng.people.PersonId;

/** The tasks of one programme. */
final class Tasks {
    private static final String SELECT =
            "select t.id, t.study_day, t.person_id, t.lesson_id, t.given_at, t.shown, t.ticked, t.done_at from task t ";

    /** Days back a task may still be open; bounds the search. */
    private static final int OPEN_AT_MOST = 7;

    private final Jdbi jdbi;
    private final String programme;

    Tasks(Jdbi jdbi, String programme) {
        this.jdbi = jdbi;
        this.programme = programme;
    }

    Optional<Task> of(PersonId person, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " where t.programme = :programme and t.person_id = :person and t.study_day = :day")
                .bind("programme", programme)
                .bind("person", person.value())
                .bind("day", day)
                .map((row, context) -> task(row))
                .findOne());
    }

    Optional<Task> withId(TaskId id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " where t.id = :id")
                .bind("id", id.value())
                .map((row, context) -> task(row))
                .findOne());
    }

    /** Gives a person the task of a day, unless the person has it. */
    Task give(PersonId person, LocalDate day, String lessonId, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("programme", programme)
                .bind("day", day)
                .bind("person", person.value())
                .bind("lesson", lessonId)
                .bind("now", now)
                .bind("unreachable", false)
                .execute());
        return of(person, day).orElseThrow();
    }

    private static final String INSERT = """
            insert into task (programme, study_day, person_id, lesson_id, given_at, unreachable)
            values (:programme, :day, :person, :lesson, :now, :unreachable)
            on conflict do nothing
            """;

    /** Somebody whose task of the day is due. */
    record Due(PersonId person, boolean isReachable) {}

    /**
     * Everybody enrolled without a task of this day whose push time has come.
     *
     * @param upTo the latest push time that has come, in the programme's zone
     * @param officeTime the push time of those who have chosen none
     */
    List<Due> due(LocalDate day, LocalTime upTo, LocalTime officeTime) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select p.id, p.unreachable_since from person p
                        where p.status = 'enrolled' and coalesce(p.push_at, :office) <= :upTo
                          and not exists (select 1 from task t where t.programme = :programme and t.person_id = p.id
                                            and t.study_day = :day)
                        order by p.id
                        """)
                .bind("office", officeTime)
                .bind("upTo", upTo)
                .bind("programme", programme)
                .bind("day", day)
                .map((row, context) ->
                        new Due(new PersonId(row.getLong("id")), row.getTimestamp("unreachable_since") == null))
                .list());
    }

    void giveAll(List<Due> due, LocalDate day, String lessonId, Instant now) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            for (Due one : due) {
                batch.bind("programme", programme)
                        .bind("day", day)
                        .bind("person", one.person().value())
                        .bind("lesson", lessonId)
                        .bind("now", now)
                        .bind("unreachable", !one.isReachable())
                        .add();
            }
            batch.execute();
        });
    }

    /** A task on its way to a chat. */
    record Addressed(TaskId id, PersonId person, long chatId, Language language) {}

    /** The tasks of a day given at this instant, for those who can be reached. */
    List<Addressed> givenAt(LocalDate day, Instant givenAt) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select t.id, t.person_id, p.telegram_id, p.language from task t join person p on p.id = t.person_id
                        where t.programme = :programme and t.study_day = :day and t.given_at = :at and t.unreachable = false
                        order by t.id
                        """)
                .bind("programme", programme)
                .bind("day", day)
                .bind("at", givenAt)
                .map((row, context) -> new Addressed(
                        new TaskId(row.getLong("id")),
                        new PersonId(row.getLong("person_id")),
                        row.getLong("telegram_id"),
                        language(row)))
                .list());
    }

    /** Of a task as it can be asked now, how many questions have an answer; those to questions that are gone do not count. */
    private static final String ANSWERED =
            "(select count(*) from answer a where a.task_id = t.id and a.question in (<questions>))";

    /** Somebody who has not finished, and how many of the questions are answered. */
    record Unfinished(PersonId person, long chatId, Language language, int answered) {}

    /** Those who have had this as their task of the day since before this instant, can be reached, and are not done. */
    List<Unfinished> unfinished(LocalDate day, Assignment assignment, Instant givenBefore) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select t.person_id, p.telegram_id, p.language, %s as answered
                        from task t join person p on p.id = t.person_id
                        where t.programme = :programme and t.study_day = :day and t.lesson_id = :lesson and t.done_at is null
                          and t.given_at < :before and p.unreachable_since is null
                        order by t.id
                        """.formatted(ANSWERED))
                .bind("programme", programme)
                .bind("day", day)
                .bind("lesson", assignment.id())
                .bindList("questions", List.copyOf(assignment.questions().keySet()))
                .bind("before", givenBefore)
                .map((row, context) -> new Unfinished(
                        new PersonId(row.getLong("person_id")),
                        row.getLong("telegram_id"),
                        language(row),
                        row.getInt("answered")))
                .list());
    }

    /** The tasks of a day that are not done although each of these questions has an answer. */
    List<Task> answered(LocalDate day, Assignment assignment) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        where t.programme = :programme and t.study_day = :day and t.lesson_id = :lesson and t.done_at is null
                          and %s = :size
                        """.formatted(ANSWERED))
                .bind("programme", programme)
                .bind("day", day)
                .bind("lesson", assignment.id())
                .bindList("questions", List.copyOf(assignment.questions().keySet()))
                .bind("size", assignment.size())
                .map((row, context) -> task(row))
                .list());
    }

    /** A question, counted from 0, is put to the person, with nothing ticked. */
    void show(TaskId id, int question, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update task set shown = :shown, ticked = 0, touched_at = :now where id = :id")
                .bind("shown", question + 1)
                .bind("now", now)
                .bind("id", id.value())
                .execute());
    }

    void tick(TaskId id, int ticked, Instant now) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update task set ticked = :ticked, touched_at = :now where id = :id")
                        .bind("ticked", ticked)
                        .bind("now", now)
                        .bind("id", id.value())
                        .execute());
    }

    /**
     * Everything is answered.
     *
     * @return false when the task was done already
     */
    boolean done(TaskId id, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "update task set done_at = :at where id = :id and done_at is null")
                        .bind("at", at)
                        .bind("id", id.value())
                        .execute())
                == 1;
    }

    /** The messenger has accepted the task; the first time counts. */
    void delivered(long id, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update task set delivered_at = :at where id = :id and delivered_at is null")
                .bind("at", at)
                .bind("id", id)
                .execute());
    }

    /** The messenger has accepted all the tasks that were given at an instant. */
    void allDelivered(LocalDate day, Instant givenAt, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update task set delivered_at = :at
                        where programme = :programme and study_day = :day and given_at = :given and unreachable = false
                          and delivered_at is null
                        """)
                .bind("at", at)
                .bind("programme", programme)
                .bind("day", day)
                .bind("given", givenAt)
                .execute());
    }

    void unreachable(long id) {
        jdbi.useHandle(handle -> handle.createUpdate("update task set unreachable = true where id = :id")
                .bind("id", id)
                .execute());
    }

    /** What the tasks of a day are about: one lesson, and another one where that was taken away on the day. */
    List<String> lessonIds(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct lesson_id from task
                        where programme = :programme and study_day = :day order by lesson_id
                        """)
                .bind("programme", programme)
                .bind("day", day)
                .mapTo(String.class)
                .list());
    }

    /** Takes the task of a day that is about this lesson from those who have not done it. */
    void withdraw(String lessonId, LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update task set withdrawn = true
                        where programme = :programme and study_day = :day and done_at is null and lesson_id = :lesson
                        """)
                .bind("programme", programme)
                .bind("day", day)
                .bind("lesson", lessonId)
                .execute());
    }

    /** The tasks that are not done and that their people, who can be reached, last touched from the one instant up to before the other. */
    List<Task> touched(Instant from, Instant before) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        join person p on p.id = t.person_id
                        where t.programme = :programme and t.study_day >= :oldest and t.done_at is null and t.withdrawn = false
                          and t.touched_at >= :from and t.touched_at < :before
                          and p.status = 'enrolled' and p.unreachable_since is null
                        order by t.id
                        """)
                .bind("programme", programme)
                .bind("oldest", from.atZone(ZoneOffset.UTC).toLocalDate().minusDays(OPEN_AT_MOST))
                .bind("from", from)
                .bind("before", before)
                .map((row, context) -> task(row))
                .list());
    }

    /** How many have had the task of this day, and how far they are. */
    Participation participation(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) as given, count(done_at) as done,
                               count(case when exists (select 1 from answer a where a.task_id = task.id) then 1 end) as begun
                        from task where programme = :programme and study_day = :day
                        """)
                .bind("programme", programme)
                .bind("day", day)
                .map((row, context) ->
                        new Participation(row.getLong("given"), row.getLong("begun"), row.getLong("done")))
                .one());
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                new TaskId(row.getLong("id")),
                row.getObject("study_day", LocalDate.class),
                new PersonId(row.getLong("person_id")),
                row.getString("lesson_id"),
                row.getTimestamp("given_at").toInstant(),
                row.getInt("shown"),
                row.getInt("ticked"),
                Optional.ofNullable(row.getTimestamp("done_at")).map(Timestamp::toInstant));
    }

    private static Language language(ResultSet row) throws SQLException {
        return Language.of(row.getString("language")).orElse(Language.ZH);
    }
}
