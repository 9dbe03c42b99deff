package org.panfeng.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
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
            assertThat(lines).hasSize(3);
            assertThat(lines.get(0)).contains("2 queries");
            assertThat(lines.get(1)).contains("4 queries");
            assertThat(lines.get(2)).contains("100 given");
            assertThat(office.study.verification().run().differences()).isEmpty();
        }
    }
}
