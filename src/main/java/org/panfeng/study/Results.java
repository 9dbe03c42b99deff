package org.panfeng.study;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * How everybody together answered the questions of each day. Counted once, when a day closes, because counting a year of answers on the
 * morning of a push would take too long in a large office.
 */
final class Results {
    private final Jdbi jdbi;
    private final String programme;

    Results(Jdbi jdbi, String programme) {
        this.jdbi = jdbi;
        this.programme = programme;
    }

    /**
     * @param ref the lesson or review, and the number under which its answers are stored
     */
    record Result(QuestionRef ref, long answered, long wrong) {}

    /** Counts the answers of a day. */
    void count(LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into question_result (programme, study_day, lesson_id, question, answered, wrong)
                        select t.programme, t.study_day, t.lesson_id, a.question, count(*), sum(case when a.correct then 0 else 1 end)
                        from task t join answer a on a.task_id = t.id
                        where t.programme = :programme and t.study_day = :day
                        group by t.programme, t.study_day, t.lesson_id, a.question
                        on conflict do nothing
                        """)
                .bind("programme", programme)
                .bind("day", day)
                .execute());
    }

    /** The results of all days that are counted. */
    List<Result> all() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select lesson_id, question, sum(answered) as answered, sum(wrong) as wrong from question_result
                        where programme = :programme group by lesson_id, question
                        """)
                .bind("programme", programme)
                .map((row, context) -> new Result(
                        new QuestionRef(row.getString("lesson_id"), row.getInt("question")),
                        row.getLong("answered"),
                        row.getLong("wrong")))
                .list());
    }
}
