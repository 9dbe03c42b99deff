package org.panfeng.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The reviews of one programme: which questions each of them asks. What is written once stays. */
final class Reviews {
    private final Jdbi jdbi;
    private final String programme;

    Reviews(Jdbi jdbi, String programme) {
        this.jdbi = jdbi;
        this.programme = programme;
    }

    /** The questions of a review in the order in which they are asked; none where there is no such review. */
    List<QuestionRef> of(String review) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select lesson_id, question from review_question
                        where programme = :programme and review = :review order by number
                        """)
                .bind("programme", programme)
                .bind("review", review)
                .map((row, context) -> new QuestionRef(row.getString("lesson_id"), row.getInt("question")))
                .list());
    }

    /** All reviews there were, by their ids. */
    Map<String, List<QuestionRef>> all() {
        Map<String, List<QuestionRef>> reviews = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select review, lesson_id, question from review_question
                        where programme = :programme order by review, number
                        """)
                .bind("programme", programme)
                .map((row, context) -> Map.entry(
                        row.getString("review"), new QuestionRef(row.getString("lesson_id"), row.getInt("question"))))
                .forEach(entry -> reviews.computeIfAbsent(entry.getKey(), review -> new ArrayList<>())
                        .add(entry.getValue())));
        return reviews;
    }

    /** Writes a review down, unless somebody else has just done so. */
    void add(String review, List<QuestionRef> questions) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    insert into review_question (programme, review, number, lesson_id, question)
                    values (:programme, :review, :number, :lesson, :question)
                    on conflict do nothing
                    """);
            for (int number = 0; number < questions.size(); number++) {
                batch.bind("programme", programme)
                        .bind("review", review)
                        .bind("number", number)
                        .bind("lesson", questions.get(number).lessonId())
                        .bind("question", questions.get(number).number())
                        .add();
            }
            batch.execute();
        });
    }
}
