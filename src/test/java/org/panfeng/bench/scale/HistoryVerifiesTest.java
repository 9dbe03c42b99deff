package org.panfeng.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.OpenDatabase;
import org.panfeng.TestDatabase;
import org.panfeng.study.Verification;

/** What is measured on must be what Panfeng itself could have written. */
class HistoryVerifiesTest {
    @ParameterizedTest
    @EnumSource
    void aWrittenHistoryIsOneThatCouldHaveBeenLived(TestDatabase database) {
        try (OpenDatabase office = OpenDatabase.of(database)) {
            History.write(office, new History.Size(700, 20, LocalDate.of(2026, 11, 16), 7));
            Verification.Result result = office.study.verification().run();
            assertThat(result.differences()).isEmpty();
            assertThat(result.people()).isEqualTo(700);
        }
    }
}
