package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panfeng.report.Standing;
import org.panfeng.sandbox.OfficeClock.Jump;

class SandboxTest {
    private static final Duration IN_HASTE = Duration.ofMillis(60);

    private static Sandbox sandbox(int port) throws CannotRun {
        return Sandbox.open(
                Sandbox.configure().configuration().orElseThrow(),
                port,
                Clock.systemUTC(),
                SamplePeople.VISITORS,
                IN_HASTE);
    }

    private static List<String> query(Sandbox sandbox, String sql) {
        return sandbox.panfeng()
                .database
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Test
    void theSampleOfficeIsWhatTheFactsSay() throws Exception {
        try (Sandbox sandbox = sandbox(0)) {
            assertThat(sandbox.panfeng().study.verification().run()).satisfies(result -> {
                assertThat(result.people()).isEqualTo(60);
                assertThat(result.differences()).isEmpty();
            });
            assertThat(query(sandbox, "select count(distinct study_day) from ledger"))
                    .containsExactly("20");
            assertThat(query(sandbox, """
                            select s.current_days from streak s join person p on p.id = s.person_id
                            where p.telegram_id in (101, 102, 103) order by p.telegram_id
                            """)).containsExactly("6", "14", "9");
            assertThat(sandbox.panfeng().study.stock(sandbox.time().now()).left())
                    .as("lessons that a visitor meets as new ones")
                    .isEqualTo(6);
            List<Standing> first = sandbox.panfeng().report.longestStreaks(60);
            assertThat(first).hasSize(60);
            assertThat(new HashSet<>(first.stream().map(Standing::place).toList()))
                    .as("ties")
                    .hasSizeBetween(10, 50);
        }
    }

    @Test
    void aJumpToNextMondayLivesTheWeekInBetween() throws Exception {
        try (Sandbox sandbox = sandbox(0)) {
            Jump monday = sandbox.time().jumps().get(2);
            assertThat(monday.target()).isEqualTo(Instant.parse("2026-11-23T00:25:00Z"));
            sandbox.time().moveTo(monday.target());

            assertThat(sandbox.time().now())
                    .isBetween(monday.target(), monday.target().plusSeconds(60));
            assertThat(query(sandbox, """
                            select study_day from programme_day where study_day > date '2026-11-13' and closed_at is not null
                            order by study_day
                            """))
                    .as("each study day is closed, the weekend is none")
                    .containsExactly("2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20");
            assertThat(query(sandbox, "select count(*) from ledger where reason = 'not_delivered'"))
                    .containsExactly("0");
            assertThat(query(sandbox, "select count(*) from ledger where study_day > date '2026-11-13'"))
                    .as("one line for each of 60 people and five days")
                    .containsExactly("300");
            assertThat(sandbox.panfeng()
                            .study
                            .participation(LocalDate.of(2026, 11, 18))
                            .done())
                    .as("colleagues study along")
                    .isBetween(25L, 57L);
            assertThat(sandbox.panfeng().study.verification().run().differences())
                    .isEmpty();
            assertThatThrownBy(() -> sandbox.time().moveTo(Instant.parse("2026-11-16T00:30:00Z")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aPortInUseIsSaidInOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> sandbox(taken.getLocalPort()))
                    .isInstanceOf(CannotRun.class)
                    .hasMessageStartingWith("Port " + taken.getLocalPort() + " is in use by another program.");
        }
    }
}
