package org.panfeng.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.panfeng.study.MakeUps.Acceptance.IN_TIME;
import static org.panfeng.study.MakeUps.Acceptance.MAKE_UP;
import static org.panfeng.study.MakeUps.Acceptance.NOT;
import static org.panfeng.study.MakeUps.Acceptance.NOT_THIS_MONTH;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.programme.StudyCalendar;
import org.panfeng.programme.Timetable;

/** Which missed days can be made up, and until when. */
class MakeUpRuleTest {
    private static final LocalDate MON = LocalDate.of(2026, 11, 16);
    private static final LocalDate FRI = MON.plusDays(4);

    private static MakeUpRule rule(@Nullable LocalDate first, @Nullable LocalDate last) {
        StudyCalendar weekdays =
                StudyCalendar.load("cn", Path.of("no such folder")).calendar();
        return new MakeUpRule(new Timetable(ZoneOffset.UTC, LocalTime.of(4, 0), weekdays, first, last));
    }

    private static MakeUpRule rule() {
        return rule(null, null);
    }

    @Test
    void aDayCanBeMadeUpOnTheTwoStudyDaysAfterIt() {
        assertThat(rule().lastDayFor(MON)).contains(MON.plusDays(2));
        assertThat(rule().lastDayFor(FRI)).contains(FRI.plusDays(4));
    }

    @Test
    void atTheEndOfTheProgrammeThereIsLessTime() {
        assertThat(rule(null, MON.plusDays(1)).lastDayFor(MON)).contains(MON.plusDays(1));
        assertThat(rule(null, MON).lastDayFor(MON)).isEmpty();
    }

    @Test
    void threeDaysAreLookedBackAsOneOfThemMayHaveClosedLate() {
        assertThat(rule().latest(Told.at("2026-11-20T09:00")))
                .containsExactly(MON.plusDays(1), MON.plusDays(2), MON.plusDays(3));
        assertThat(rule().latest(Told.at("2026-11-20T03:59"))).containsExactly(MON, MON.plusDays(1), MON.plusDays(2));
        assertThat(rule().latest(Told.at("2026-11-23T09:00"))).containsExactly(FRI.minusDays(2), FRI.minusDays(1), FRI);
    }

    @Test
    void atTheStartOfTheProgrammeThereAreFewerDays() {
        assertThat(rule(FRI, null).latest(Told.at("2026-11-23T09:00"))).containsExactly(FRI);
        assertThat(rule(FRI, null).latest(Told.at("2026-11-20T09:00"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyALostDayCanBeMadeUp(DayState state) {
        assertThat(MakeUpRule.late(Optional.of(state), true, () -> 0)).isEqualTo(state.isLost() ? MAKE_UP : NOT);
    }

    @Test
    void whatHasNoLineOrIsTooOldIsNotMadeUp() {
        assertThat(MakeUpRule.late(Optional.empty(), true, () -> 0)).isEqualTo(NOT);
        assertThat(MakeUpRule.late(Optional.of(DayState.MISSED), false, () -> 0))
                .isEqualTo(NOT);
    }

    @ParameterizedTest
    @CsvSource({"0,MAKE_UP,true", "1,MAKE_UP,true", "2,NOT_THIS_MONTH,false", "3,NOT_THIS_MONTH,false"})
    void twoOfAMonthCanBeMadeUp(int madeUp, MakeUps.Acceptance answers, boolean isAllowed) {
        assertThat(MakeUpRule.late(Optional.of(DayState.FROZEN), true, () -> madeUp))
                .isEqualTo(answers);
        assertThat(MakeUpRule.isAllowed(madeUp)).isEqualTo(isAllowed);
    }

    @Test
    void whoIsRefusedIsToldWhy() {
        assertThat(List.of(IN_TIME, MAKE_UP))
                .allMatch(answers -> answers.refusal().isEmpty());
        assertThat(Arrays.stream(MakeUps.Acceptance.values()).flatMap(answers -> answers.refusal().stream()))
                .containsExactly("quiz.closed", "make-up.month-full");
        assertThat(NOT_THIS_MONTH.refusal()).contains("make-up.month-full");
    }
}
