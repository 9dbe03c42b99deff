package org.panfeng.study;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** What was answered: one answer per question of a task, the first. */
final class Answers {
    private final Jdbi jdbi;

    Answers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The answers to a task, in the order of the questions. */
    List<Answer> of(TaskId task) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select question, given, correct from answer where task_id = :task order by question")
                .bind("task", task.value())
                .map((row, context) ->
                        new Answer(row.getInt("question"), row.getString("given"), row.getBoolean("correct")))
                .list());
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
        return jdbi.withHandle(handle ->
                        bound(handle.createUpdate(INSERT), task, answer, at).execute())
                == 1;
    }

    /** An answer on its way in. */
    record Given(TaskId task, Answer answer, Instant at) {}

    /** Takes many answers at once; a question that has one already keeps it. */
    void takeAll(List<Given> given) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            given.forEach(
                    one -> bound(batch, one.task(), one.answer(), one.at()).add());
            batch.execute();
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
