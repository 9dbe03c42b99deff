package org.panfeng.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.panfeng.chat.Language;
import org.panfeng.people.PersonId;

/** The tasks that everybody has of a study day of one programme. */
final class DayTasks {
    /** Days back a task may still be open; bounds the search. */
    private static final int OPEN_AT_MOST = 7;

    private final Jdbi jdbi;
    private final String programme;

    DayTasks(Jdbi jdbi, String programme) {
        this.jdbi = jdbi;
        this.programme = programme;
    }

    /** Whether a person p is there on the day: neither on leave nor suspended. */
    private static final String NOT_AWAY = notAwayOn(":day");

    private static String notAwayOn(String day) {
        return """
                not exists (select 1 from absence w where w.person_id = p.id and w.state = 'valid'
                              and w.first_day <= %1$s and (w.last_day is null or w.last_day >= %1$s))
                """.formatted(day);
    }

    /** Somebody whose task of the day is due. */
    record Due(PersonId person, long chatId, Language language, boolean isReachable) {}

    /**
     * Of everybody enrolled, not away, without a task of this day whose push time has come the next, by id, at most so many.
     *
     * @param upTo the latest push time that has come, in the programme's zone
     * @param officeTime the push time of those who have chosen none
     */
    List<Due> due(LocalDate day, LocalTime upTo, LocalTime officeTime, PersonId after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select p.id, p.telegram_id, p.language, p.unreachable_since from person p
                        where p.id > :after and p.status = 'enrolled' and coalesce(p.push_at, :office) <= :upTo
                          and not exists (select 1 from task t where t.programme = :programme and t.person_id = p.id
                                            and t.study_day = :day)
                          and %s
                        order by p.status, p.id limit :most
                        """.formatted(NOT_AWAY))
                .bind("after", after.value())
                .bind("office", officeTime)
                .bind("upTo", upTo)
                .bind("programme", programme)
                .bind("day", day)
                .bind("most", most)
                .map((row, context) -> new Due(
                        new PersonId(row.getLong("id")),
                        row.getLong("telegram_id"),
                        language(row),
                        row.getTimestamp("unreachable_since") == null))
                .list());
    }

    /**
     * Gives these people the task of a day.
     *
     * @return the tasks of those who have not had it from somebody else meanwhile
     */
    Map<PersonId, TaskId> giveAll(List<Due> due, LocalDate day, String lessonId, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into task (programme, study_day, person_id, lesson_id, given_at, unreachable)
                        select cast(:programme as varchar), cast(:day as date), p.id, cast(:lesson as varchar),
                               cast(:now as timestamp with time zone), p.unreachable_since is not null
                        from person p where p.id in (<people>) order by p.id
                        on conflict do nothing
                        """)
                .bind("programme", programme)
                .bind("day", day)
                .bind("lesson", lessonId)
                .bind("now", now)
                .bindList(
                        "people", due.stream().map(one -> one.person().value()).toList())
                .executeAndReturnGeneratedKeys("id", "person_id")
                .map((row, context) -> Map.entry(new PersonId(row.getLong("person_id")), new TaskId(row.getLong("id"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Of a task as it can be asked now, how many questions have an answer; those to questions that are gone do not count. */
    private static final String ANSWERED =
            "(select count(*) from answer a where a.task_id = t.id and a.question in (<questions>))";

    /** Somebody who has not finished, and how many of the questions are answered. */
    record Unfinished(PersonId person, long chatId, Language language, int answered, Streak streak) {}

    /**
     * Of those who have had this as their task of the day since before this instant, can be reached, are not away and not done the next, by id, at
     * most so many.
     */
    List<Unfinished> unfinished(LocalDate day, Assignment assignment, Instant givenBefore, PersonId after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select t.person_id, p.telegram_id, p.language, %s as answered, coalesce(s.current_days, 0) as current_days,
                               coalesce(s.longest_days, 0) as longest_days, coalesce(s.freezes, 0) as freezes
                        from person p
                        left join streak s on s.programme = :programme and s.person_id = p.id
                        left join task t on t.programme = :programme and t.person_id = p.id and t.study_day = :day
                        left join task_progress g on g.task_id = t.id
                        where p.id > :after and p.status = 'enrolled' and t.id is not null and t.lesson_id = :lesson and g.done_at is null
                          and t.given_at < :before and p.unreachable_since is null and p.reminds = true and %s
                        order by p.status, p.id limit :most
                        """.formatted(ANSWERED, NOT_AWAY))
                .bind("programme", programme)
                .bind("day", day)
                .bind("after", after.value())
                .bind("lesson", assignment.id())
                .bindList("questions", List.copyOf(assignment.questions().keySet()))
                .bind("before", givenBefore)
                .bind("most", most)
                .map((row, context) -> new Unfinished(
                        new PersonId(row.getLong("person_id")),
                        row.getLong("telegram_id"),
                        language(row),
                        row.getInt("answered"),
                        Streaks.streak(row)))
                .list());
    }

    /** The tasks of a day that are not done although each of these questions has an answer. */
    List<Task> answered(LocalDate day, Assignment assignment) {
        return jdbi.withHandle(handle -> handle.createQuery(Tasks.SELECT + """
                        where t.programme = :programme and t.study_day = :day and t.lesson_id = :lesson and g.done_at is null
                          and %s = :size
                        """.formatted(ANSWERED))
                .bind("programme", programme)
                .bind("day", day)
                .bind("lesson", assignment.id())
                .bindList("questions", List.copyOf(assignment.questions().keySet()))
                .bind("size", assignment.size())
                .map((row, context) -> Tasks.task(row))
                .list());
    }

    /** The messenger has accepted these tasks. */
    void allDelivered(Collection<TaskId> tasks, Instant at) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    "update task set delivered_at = :at where id = :id and delivered_at is null and unreachable = false");
            tasks.stream()
                    .map(TaskId::value)
                    .sorted()
                    .forEach(id -> batch.bind("at", at).bind("id", id).add());
            batch.execute();
        });
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
                        where programme = :programme and study_day = :day and lesson_id = :lesson
                          and not exists (select 1 from task_progress g where g.task_id = task.id and g.done_at is not null)
                        """)
                .bind("programme", programme)
                .bind("day", day)
                .bind("lesson", lessonId)
                .execute());
    }

    /** The tasks that are not done and that their people, who can be reached and are not away, last touched from the one instant up to before the other. */
    List<Task> touched(Instant from, Instant before) {
        return jdbi.withHandle(handle -> handle.createQuery((Tasks.SELECT + """
                        join person p on p.id = t.person_id
                        where t.programme = :programme and t.study_day >= :oldest and g.done_at is null and t.withdrawn = false
                          and g.touched_at >= :from and g.touched_at < :before
                          and p.status = 'enrolled' and p.unreachable_since is null and %s
                        order by t.id
                        """).formatted(notAwayOn("t.study_day")))
                .bind("programme", programme)
                .bind("oldest", from.atZone(ZoneOffset.UTC).toLocalDate().minusDays(OPEN_AT_MOST))
                .bind("from", from)
                .bind("before", before)
                .map((row, context) -> Tasks.task(row))
                .list());
    }

    /** How many have had the task of this day. */
    long given(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from task where programme = :programme and study_day = :day")
                .bind("programme", programme)
                .bind("day", day)
                .mapTo(Long.class)
                .one());
    }

    /** How many have had the task of this day, and how far they are. */
    Participation participation(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*) as given, count(g.done_at) as done,
                               count(case when exists (select 1 from answer a where a.task_id = t.id) then 1 end) as begun
                        from task t left join task_progress g on g.task_id = t.id
                        where t.programme = :programme and t.study_day = :day
                        """)
                .bind("programme", programme)
                .bind("day", day)
                .map((row, context) ->
                        new Participation(row.getLong("given"), row.getLong("begun"), row.getLong("done")))
                .one());
    }

    private static Language language(ResultSet row) throws SQLException {
        return Language.of(row.getString("language")).orElse(Language.ZH);
    }
}
