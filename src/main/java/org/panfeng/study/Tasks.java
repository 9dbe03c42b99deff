package org.panfeng.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.panfeng.batch.Batch;
import org.panfeng.batch.Memo;
import org.panfeng.batch.Writes;
import org.panfeng.people.PersonId;

/** The tasks of one programme, each by itself: how its person gets on with it. */
final class Tasks {
    private static final String COLUMNS =
            "select t.id, t.study_day, t.person_id, t.lesson_id, t.given_at, g.shown, g.ticked, g.done_at ";

    private static final String PROGRESS = " left join task_progress g on g.task_id = t.id ";
    /** Begins a query for tasks, named t. */
    static final String SELECT = COLUMNS + "from task t" + PROGRESS;

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
     * @param isMadeUp whether the day had closed before
     * @return false when the task was done already
     */
    boolean done(TaskId id, Instant at, boolean isMadeUp) {
        byId.change(id, task -> task.map(known -> known.isDone() ? known : known.done(at)));
        return jdbi.withHandle(
                handle -> isWritten(handle, id, at, isMadeUp, """
                        update task_progress set done_at = :at, touched_at = :at, made_up = :late where task_id = :id and done_at is null
                        """) || isWritten(handle, id, at, isMadeUp, """
                        insert into task_progress (task_id, shown, ticked, touched_at, done_at, made_up) values (:id, 0, 0, :at, :at, :late)
                        on conflict do nothing
                        """));
    }

    private static boolean isWritten(Handle handle, TaskId id, Instant at, boolean isMadeUp, String sql) {
        return handle.createUpdate(sql)
                        .bind("id", id.value())
                        .bind("at", at)
                        .bind("late", isMadeUp)
                        .execute()
                == 1;
    }

    /** What becomes of a task once its day is being closed changes the day no more: it could cost somebody a streak that was safe. */
    static final String NOT_CLOSED = """
             and not exists (select 1 from programme_day d where d.programme = task.programme and d.study_day = task.study_day
                               and d.closing_since <= :at)
            """;

    /** The messenger has accepted the task; the first time counts. */
    void delivered(long id, Instant at) {
        settled("update task set delivered_at = :at where id = :id and delivered_at is null" + NOT_CLOSED, id, at);
    }

    /** The person keeps the bot out. */
    void unreachable(long id, Instant at) {
        settled("update task set unreachable = true where id = :id" + NOT_CLOSED, id, at);
    }

    private void settled(String sql, long id, Instant at) {
        jdbi.useHandle(
                handle -> handle.createUpdate(sql).bind("at", at).bind("id", id).execute());
    }

    /** A row of {@link #SELECT}. */
    static Task task(ResultSet row) throws SQLException {
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
}
