package org.panfeng.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.panfeng.batch.Batch;
import org.panfeng.batch.Memo;
import org.panfeng.batch.Writes;
import org.panfeng.chat.Language;
import org.panfeng.people.PersonId;

/** The tasks of one programme. */
final class Tasks {
    private static final String COLUMNS =
            "select t.id, t.study_day, t.person_id, t.lesson_id, t.given_at, g.shown, g.ticked, g.done_at ";

    private static final String PROGRESS = " left join task_progress g on g.task_id = t.id ";
    private static final String SELECT = COLUMNS + "from task t" + PROGRESS;

    /** Days back a task may still be open; bounds the search. */
    private static final int OPEN_AT_MOST = 7;

    private final Jdbi jdbi;
    private final String programme;
    private final Memo<TaskId, Optional<Task>> byId = new Memo<>();
    private final Memo<PersonDay, Optional<TaskId>> byDay = new Memo<>();
    private final Writes<Progress> progress = new Writes<>(this::write);

    private record PersonDay(PersonId person, LocalDate day) {}

    /** How far the person has come with a question. */
    private record Progress(TaskId id, int shown, int ticked, Instant at) {}

    Tasks(Jdbi jdbi, String programme) {
        this.jdbi = jdbi;
        this.programme = programme;
    }

    /** H2 looks up a list in the first column of an index only, so each person is joined. */
    private static final String FORESEEN = COLUMNS + """
            from unnest(cast(:people as bigint array)) asked (id)
            join task t on t.programme = :programme and t.person_id = asked.id and t.study_day = :day
            """ + PROGRESS;

    /** Reads for the present batch the tasks that these people have on a day. */
    List<TaskId> foresee(Collection<PersonId> people, LocalDate day) {
        people.forEach(person -> byDay.keep(new PersonDay(person, day), Optional.empty()));
        List<Task> found = people.isEmpty()
                ? List.of()
                : jdbi.withHandle(handle -> handle.createQuery(FORESEEN)
                        .bind("programme", programme)
                        .bind("day", day)
                        .bindArray(
                                "people",
                                Long.class,
                                people.stream().map(PersonId::value).toList())
                        .map((row, context) -> task(row))
                        .list());
        found.forEach(this::keep);
        return found.stream().map(Task::id).toList();
    }

    /** Reads these tasks for the present batch. */
    void foresee(Collection<TaskId> ids) {
        ids.forEach(id -> byId.keep(id, Optional.empty()));
        if (!ids.isEmpty()) {
            jdbi.useHandle(handle -> handle.createQuery(SELECT + " where t.id = any(:ids)")
                    .bindArray(
                            "ids", Long.class, ids.stream().map(TaskId::value).toList())
                    .map((row, context) -> task(row))
                    .forEach(this::keep));
        }
    }

    private void keep(Task task) {
        byId.keep(task.id(), Optional.of(task));
        byDay.keep(new PersonDay(task.person(), task.day()), Optional.of(task.id()));
    }

    Optional<Task> of(PersonId person, LocalDate day) {
        return Batch.isRunning()
                ? byDay.of(new PersonDay(person, day), () -> readAndKeep(person, day))
                        .flatMap(this::withId)
                : read(person, day);
    }

    private Optional<TaskId> readAndKeep(PersonId person, LocalDate day) {
        Optional<Task> task = read(person, day);
        task.ifPresent(this::keep);
        return task.map(Task::id);
    }

    private Optional<Task> read(PersonId person, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " where t.programme = :programme and t.person_id = :person and t.study_day = :day")
                .bind("programme", programme)
                .bind("person", person.value())
                .bind("day", day)
                .map((row, context) -> task(row))
                .findOne());
    }

    Optional<Task> withId(TaskId id) {
        return byId.of(
                id,
                () -> jdbi.withHandle(handle -> handle.createQuery(SELECT + " where t.id = :id")
                        .bind("id", id.value())
                        .map((row, context) -> task(row))
                        .findOne()));
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
        byDay.forget(new PersonDay(person, day));
        return of(person, day).orElseThrow();
    }

    private static final String INSERT = """
            insert into task (programme, study_day, person_id, lesson_id, given_at, unreachable)
            values (:programme, :day, :person, :lesson, :now, :unreachable)
            on conflict do nothing
            """;

    /** Somebody whose task of the day is due. */
    record Due(PersonId person, long chatId, Language language, boolean isReachable) {}

    /**
     * Of everybody enrolled without a task of this day whose push time has come the next, by id, at most so many.
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
                        order by p.status, p.id limit :most
                        """)
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
    record Unfinished(PersonId person, long chatId, Language language, int answered) {}

    /**
     * Of those who have had this as their task of the day since before this instant, can be reached, and are not done the next, by id, at
     * most so many.
     */
    List<Unfinished> unfinished(LocalDate day, Assignment assignment, Instant givenBefore, PersonId after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select t.person_id, p.telegram_id, p.language, %s as answered
                        from person p
                        left join task t on t.programme = :programme and t.person_id = p.id and t.study_day = :day
                        left join task_progress g on g.task_id = t.id
                        where p.id > :after and p.status = 'enrolled' and t.id is not null and t.lesson_id = :lesson and g.done_at is null
                          and t.given_at < :before and p.unreachable_since is null
                        order by p.status, p.id limit :most
                        """.formatted(ANSWERED))
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
                        row.getInt("answered")))
                .list());
    }

    /** The tasks of a day that are not done although each of these questions has an answer. */
    List<Task> answered(LocalDate day, Assignment assignment) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        where t.programme = :programme and t.study_day = :day and t.lesson_id = :lesson and g.done_at is null
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
    void show(Task task, int question, Instant now) {
        proceed(task.id(), question + 1, 0, now);
    }

    void tick(Task task, int ticked, Instant now) {
        proceed(task.id(), task.shown(), ticked, now);
    }

    private void proceed(TaskId id, int shown, int ticked, Instant now) {
        byId.change(id, task -> task.map(known -> known.with(shown, ticked)));
        progress.add(new Progress(id, shown, ticked, now));
    }

    private void write(List<Progress> all) {
        SortedMap<Long, Progress> last = new TreeMap<>();
        all.forEach(one -> last.put(one.id().value(), one));
        jdbi.useHandle(handle -> {
            List<Progress> known = List.copyOf(last.values());
            int[] changed = write(handle, known, """
                    update task_progress set shown = :shown, ticked = :ticked, touched_at = :at where task_id = :task
                    """);
            List<Progress> begun = IntStream.range(0, changed.length)
                    .filter(i -> changed[i] == 0)
                    .mapToObj(known::get)
                    .toList();
            write(handle, begun, """
                    insert into task_progress (task_id, shown, ticked, touched_at) values (:task, :shown, :ticked, :at)
                    on conflict do nothing
                    """);
        });
    }

    private static int[] write(Handle handle, List<Progress> all, String sql) {
        if (all.isEmpty()) {
            return new int[0];
        }
        PreparedBatch batch = handle.prepareBatch(sql);
        all.forEach(one -> batch.bind("task", one.id().value())
                .bind("shown", one.shown())
                .bind("ticked", one.ticked())
                .bind("at", one.at())
                .add());
        return batch.execute();
    }

    /**
     * Everything is answered.
     *
     * @return false when the task was done already
     */
    boolean done(TaskId id, Instant at) {
        byId.change(id, task -> task.map(known -> known.isDone() ? known : known.done(at)));
        return jdbi.withHandle(handle -> isWritten(handle, id, at, """
                        update task_progress set done_at = :at, touched_at = :at where task_id = :id and done_at is null
                        """) || isWritten(handle, id, at, """
                        insert into task_progress (task_id, shown, ticked, touched_at, done_at) values (:id, 0, 0, :at, :at)
                        on conflict do nothing
                        """));
    }

    private static boolean isWritten(Handle handle, TaskId id, Instant at, String sql) {
        return handle.createUpdate(sql).bind("id", id.value()).bind("at", at).execute() == 1;
    }

    /** The messenger has accepted the task; the first time counts. */
    void delivered(long id, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update task set delivered_at = :at where id = :id and delivered_at is null")
                .bind("at", at)
                .bind("id", id)
                .execute());
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
                        where programme = :programme and study_day = :day and lesson_id = :lesson
                          and not exists (select 1 from task_progress g where g.task_id = task.id and g.done_at is not null)
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
                        where t.programme = :programme and t.study_day >= :oldest and g.done_at is null and t.withdrawn = false
                          and g.touched_at >= :from and g.touched_at < :before
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
