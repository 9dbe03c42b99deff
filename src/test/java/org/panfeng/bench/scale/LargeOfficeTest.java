package org.panfeng.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.OpenDatabase;
import org.panfeng.TestDatabase;

/** The measurements work; their figures come from the full sizes. */
class LargeOfficeTest {
    @ParameterizedTest
    @EnumSource
    void everyFigureHasALine(TestDatabase database) {
        try (OpenDatabase office = OpenDatabase.of(database)) {
            History.write(office, new History.Size(100, 2, LocalDate.of(2026, 11, 16), 5));
            List<String> lines = LargeOffice.run(office, 10);
            assertThat(lines).hasSize(7);
            assertThat(lines.get(0)).contains("2 queries");
            assertThat(lines.get(1)).contains("4 queries");
            assertThat(lines.get(2)).contains("100 given");
            assertThat(lines.get(3)).contains(" reminded").doesNotContain(" 0 reminded");
            assertThat(lines.get(4)).contains("100 lines");
            assertThat(lines.get(5)).contains("100 concerned");
            assertThat(lines.get(6)).contains("2 portions");
            assertThat(office.study.verification().run().differences()).isEmpty();
        }
    }

    @Test
    void whatAnAnswerCostsIsComparedByWholeQuizzes() {
        try (OpenDatabase small = OpenDatabase.of(TestDatabase.H2);
                OpenDatabase large = OpenDatabase.of(TestDatabase.H2)) {
            History.write(small, new History.Size(120, 1, LocalDate.of(2026, 11, 16), 5));
            History.write(large, new History.Size(300, 2, LocalDate.of(2026, 11, 16), 5));
            assertThat(AnswerCost.run(small, large, 1)).contains("120 people", "300 people");
            for (OpenDatabase office : List.of(small, large)) {
                long done = office.jdbi()
                        .withHandle(handle -> handle.createQuery(
                                        "select count(g.done_at) from task t join task_progress g on g.task_id = t.id where t.study_day > :day")
                                .bind("day", LocalDate.of(2026, 11, 15))
                                .mapTo(Long.class)
                                .one());
                assertThat(done).as("a hundred people did four days").isEqualTo(400);
            }
        }
    }
}
