package org.panfeng.study;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.panfeng.batch.Batch;
import org.panfeng.batch.Memo;
import org.panfeng.batch.Writes;

/** What was answered: one answer per question of a task, the first. */
final class Answers {
    private final Jdbi jdbi;
    private final Memo<TaskId, List<Answer>> byTask = new Memo<>();
    private final Writes<Given> given = new Writes<>(this::insertAll);

    Answers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Reads the answers to these tasks for the present batch. */
    void foresee(Collection<TaskId> tasks) {
        Map<TaskId, List<Answer>> found = read(tasks);
        tasks.forEach(task -> byTask.keep(task, found.getOrDefault(task, List.of())));
    }

    /** The answers to a task, in the order of the questions. */
    List<Answer> of(TaskId task) {
        return byTask.of(task, () -> read(Set.of(task)).getOrDefault(task, List.of()));
    }

    private Map<TaskId, List<Answer>> read(Collection<TaskId> tasks) {
        Map<TaskId, List<Answer>> found = new HashMap<>();
        if (!tasks.isEmpty()) {
            jdbi.useHandle(handle -> handle.createQuery("""
                            select task_id, question, given, correct from answer where task_id = any(:tasks)
                            order by task_id, question
                            """)
                    .bindArray(
                            "tasks",
                            Long.class,
                            tasks.stream().map(TaskId::value).toList())
                    .map((row, context) -> Map.entry(
                            new TaskId(row.getLong("task_id")),
                            new Answer(row.getInt("question"), row.getString("given"), row.getBoolean("correct"))))
                    .forEach(one -> found.computeIfAbsent(one.getKey(), task -> new ArrayList<>())
                            .add(one.getValue())));
        }
        return found;
    }

    private static final String INSERT = """
            insert into answer (task_id, question, given, correct, answered_at)
            values (:task, :question, :given, :correct, :at)
            on conflict do nothing
            """;

    /**
     * Takes an answer.
     *
     * @return false when the question has one already, which stays
     */
    boolean take(TaskId task, Answer answer, Instant at) {
        if (!Batch.isRunning()) {
            return jdbi.withHandle(handle ->
                            bound(handle.createUpdate(INSERT), task, answer, at).execute())
                    == 1;
        }
        if (of(task).stream().anyMatch(earlier -> earlier.question() == answer.question())) {
            return false;
        }
        byTask.change(task, before -> with(before, answer));
        given.add(new Given(task, answer, at));
        return true;
    }

    private static List<Answer> with(List<Answer> before, Answer answer) {
        return Stream.concat(before.stream(), Stream.of(answer))
                .sorted(Comparator.comparingInt(Answer::question))
                .toList();
    }

    private void insertAll(List<Given> all) {
        if (takeAll(all) < all.size()) {
            throw new Batch.Overtaken("a question was answered elsewhere");
        }
    }

    /** An answer on its way in. */
    record Given(TaskId task, Answer answer, Instant at) {}

    /**
     * Takes many answers at once; a question that has one already keeps it.
     *
     * @return how many were taken
     */
    int takeAll(List<Given> all) {
        return jdbi.withHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            all.forEach(one -> bound(batch, one.task(), one.answer(), one.at()).add());
            return IntStream.of(batch.execute()).sum();
        });
    }

    private static <S extends SqlStatement<S>> S bound(S statement, TaskId task, Answer answer, Instant at) {
        return statement
                .bind("task", task.value())
                .bind("question", answer.question())
                .bind("given", answer.given())
                .bind("correct", answer.isCorrect())
                .bind("at", at);
    }
}
