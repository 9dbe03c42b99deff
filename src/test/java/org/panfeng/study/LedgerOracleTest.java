package org.panfeng.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.panfeng.oracle.Oracle;

/** Holds the replay against the rules as they are written a second time, naively. */
class LedgerOracleTest {
    private static final int HISTORIES = 3_000;

    @Test
    void whatBecomesOfRandomHistoriesIsWhatTheOracleSays() {
        Long replay = Long.getLong("ledger.seed");
        long first = replay == null ? new Random().nextLong() >>> 1 : replay;
        int histories = replay == null ? HISTORIES : 1;
        for (long seed = first; seed < first + histories; seed++) {
            check(new RandomHistory(seed), "-Dledger.seed=" + seed);
        }
    }

    private static void check(RandomHistory history, String seed) {
        Oracle.Result oracle = history.oracle();
        Set<LocalDate> madeUp = oracle.lines().stream()
                .filter(line -> line.state() == Oracle.State.MADE_UP)
                .map(Oracle.Line::day)
                .collect(Collectors.toSet());
        DayLedger.Replayed replayed = DayLedger.replay(history.facts(madeUp));
        assertThat(lines(replayed)).as(seed).isEqualTo(oracle.lines());
        assertThat(replayed.streak())
                .as(seed)
                .isEqualTo(new Streak(oracle.streak(), oracle.longest(), oracle.freezes()));
        assertThat(KeptDays.of(replayed.entries(), replayed.streak()).total())
                .as(seed)
                .isEqualTo(oracle.counted());
    }

    private static List<Oracle.Line> lines(DayLedger.Replayed replayed) {
        return replayed.entries().stream()
                .map(entry -> new Oracle.Line(
                        entry.day(),
                        Oracle.State.valueOf(entry.state().name()),
                        entry.reason().name()))
                .toList();
    }
}
