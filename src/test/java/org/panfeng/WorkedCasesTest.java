package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The worked cases of days and streaks, through the front door: a clock, taps, a ranking. */
class WorkedCasesTest {

    @ParameterizedTest
    @EnumSource
    void anUndoneMondayNeitherAddsNorBreaks(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-09T09:00")) {
            Member li = doneMondayToFriday(office);
            office.at("2026-11-16T10:00");
            assertThat(li.streak()).isEqualTo(5);
            li.studies();
            assertThat(li.streak()).isEqualTo(6);
            assertThat(office.panfeng().study.verification().run().differences())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTaskDoneLateInTheEveningCounts(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-09T09:00")) {
            Member li = doneMondayToFriday(office);
            office.at("2026-11-16T23:50");
            li.studies();
            assertThat(li.streak()).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerAfterMidnightStillCountsForTheEvening(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-09T09:00")) {
            Member li = doneMondayToFriday(office);
            office.at("2026-11-17T03:59");
            li.studies();
            assertThat(li.streak()).isEqualTo(6);
            office.at("2026-11-17T10:00");
            assertThat(li.streak()).isEqualTo(6);
            li.studies();
            assertThat(li.streak()).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @EnumSource
    void atFourTheDayIsOverAndYesterdaysQuestionTakesNoAnswer(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-09T09:00")) {
            Member li = doneMondayToFriday(office);
            office.at("2026-11-16T08:30");
            var mondays = li.pressing("开始答题");
            office.at("2026-11-17T04:00");
            office.receives(mondays);
            assertThat(li.streak()).isZero();
            assertThat(li.longestStreak()).isEqualTo(5);
            li.studies();
            assertThat(li.streak()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void holidaysDoNotExistForTheStreakAndMakeUpWorkingDaysDo(TestDatabase database) {
        try (Office office = new Office(database, "2026-09-30T09:00")) {
            Member li = office.enrolled(1, "李明").studies();
            assertThat(li.streak()).isEqualTo(1);
            office.at("2026-10-03T10:00");
            li.says("/today").sees("不用学习").sees("10月8日");
            office.at("2026-10-08T10:00");
            li.studies();
            office.at("2026-10-09T10:00");
            li.studies();
            assertThat(li.streak()).isEqualTo(3);
            office.at("2026-10-11T03:59");
            assertThat(li.streak()).isEqualTo(3);
            office.at("2026-10-11T04:00");
            assertThat(li.streak()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDayOfEnrolmentIsExcusedWhenItIsNotDone(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-11T15:00")) {
            Member li = office.enrolled(1, "李明");
            office.at("2026-11-12T12:00");
            li.studies();
            assertThat(li.streak()).isEqualTo(1);
            li.sees("⬜🟩");
            assertThat(office.panfeng().study.verification().run().differences())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void springFestivalHasTheStudyDaysOfTheOfficialNotice(TestDatabase database) {
        try (Office office = new Office(database, "2026-02-13T08:00")) {
            Member li = office.enrolled(1, "李明");
            li.says("/today").sees("2月13日");
            StringBuilder pushed = new StringBuilder();
            for (LocalDate date = LocalDate.of(2026, 2, 13); date.getMonthValue() == 2; date = date.plusDays(1)) {
                li.forgets();
                office.at(date + "T12:00");
                li.says("/today");
                if (!String.join("", li.news()).contains("不用学习")) {
                    li.studies();
                    pushed.append(date.getDayOfMonth()).append(' ');
                }
            }
            assertThat(pushed.toString()).isEqualTo("13 14 24 25 26 27 28 ");
            assertThat(li.streak()).isEqualTo(7);
            li.says("/ranking").sees("| 1 | **李明** | 办公室 | 7 | 7 |");
        }
    }

    private static Member doneMondayToFriday(Office office) {
        Member li = office.enrolled(1, "李明");
        for (int day = 9; day <= 13; day++) {
            office.at("2026-11-%02dT10:00".formatted(day));
            li.studies();
        }
        assertThat(li.streak()).isEqualTo(5);
        return li;
    }
}
