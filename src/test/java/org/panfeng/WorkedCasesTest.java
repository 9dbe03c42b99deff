package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.mailbox.Outcome;

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

    @ParameterizedTest
    @EnumSource
    void aMissedMondayCanBeMadeUpOnTuesday(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-09T09:00")) {
            Member li = doneMondayToFriday(office);
            office.at("2026-11-17T04:00");
            li.studies();
            assertThat(li.streak()).isEqualTo(1);
            li.says("/today").sees("↩️ 11月16日 周一错过了，11月19日 周四 04:00 之前还可以补学");
            li.makesUp();
            assertThat(li.streak()).isEqualTo(7);
            li.sees("🟦🟩");
            allIsWell(office);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFreezeIsEarnedOnTheTenthDayAndSpentOnTheMissedOne(TestDatabase database) {
        try (Office office = new Office(database, "2026-09-20T09:00")) {
            Member li = office.enrolled(1, "李明").studies();
            done(office, li, "09-21 09-22 09-23 09-24 09-28 09-29 09-30 10-08 10-09");
            assertThat(li.streak()).isEqualTo(10);
            li.sees("保护卡 1 张");
            office.at("2026-10-11T04:00");
            assertThat(li.streak()).isEqualTo(10);
            li.sees("保护卡 0 张").sees("🧊");
            allIsWell(office);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFrozenDayAddsNothing(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-02T09:00")) {
            Member li = doneTenDays(office);
            office.at("2026-11-17T10:00");
            assertThat(li.streak()).isEqualTo(10);
            li.studies();
            assertThat(li.streak()).isEqualTo(11);
            li.sees("保护卡 0 张");
            allIsWell(office);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFrozenDayThatIsMadeUpGivesItsFreezeBack(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-02T09:00")) {
            Member li = doneTenDays(office);
            office.at("2026-11-17T10:00");
            li.says("/today").sees("❄️ 11月16日 周一错过了，用了一张保护卡");
            li.makesUp().sees("保护卡还给您了。现有 1 张");
            assertThat(li.streak()).isEqualTo(11);
            li.studies();
            assertThat(li.streak()).isEqualTo(12);
            li.sees("保护卡 1 张");
            allIsWell(office);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDayThatCouldNotBeDeliveredIsExcused(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-11T09:00")) {
            Member li = office.enrolled(1, "李明").studies();
            done(office, li, "11-12 11-13 11-16");
            assertThat(li.streak()).isEqualTo(4);
            office.at("2026-11-17T08:00");
            office.refuses(li, new Outcome.Refused("400 made up"));
            office.at("2026-11-18T07:00");
            office.stopsRefusing(li);
            office.at("2026-11-18T10:00");
            li.studies();
            assertThat(li.streak()).isEqualTo(5);
            li.says("/why").sees("没有送到，是我们的问题");
            allIsWell(office);
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoDaysOfAMonthCanBeMadeUpAndTheThirdIsRefusedWithTheReason(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-02T09:00")) {
            Member li = office.enrolled(1, "李明").studies();
            for (String missed : List.of("03", "10", "17")) {
                int day = Integer.parseInt(missed);
                office.at("2026-11-%02dT10:00".formatted(day + 1));
                li.says("/today");
                if (day == 17) {
                    li.sees("11月17日 周二不能补学：每月最多补 2 天");
                    assertThat(li.withButton("补学 11月17日")).isEmpty();
                    li.does(
                            "old button",
                            li.tapping(1, "makeup:" + LocalDate.of(2026, 11, 17).toEpochDay()));
                    li.seesToast("每月最多补 2 天");
                } else {
                    li.makesUp();
                }
                li.studies();
                for (int rest = day + 2; rest < day + 7; rest++) {
                    office.at("2026-11-%02dT10:00".formatted(rest));
                    li.says("/today");
                    if (!String.join("", li.news()).contains("不用学习")) {
                        li.studies();
                    }
                }
            }
            li.says("/why").sees("11月10日 周二：错过了，11月11日 周三 10:00 补学完成");
            allIsWell(office);
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaveThatIsEnteredAfterwardsExcusesTheDay(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-11T09:00", "people.leave=self")) {
            Member li = office.enrolled(1, "李明").studies();
            done(office, li, "11-12 11-13 11-16 11-18");
            assertThat(li.streak()).as("Tuesday was missed").isEqualTo(1);
            office.at("2026-11-19T10:00");
            li.says("/leave").presses("➕").presses("17").presses("✓17").presses("✅");
            assertThat(li.streak()).as("as if Tuesday were not there").isEqualTo(5);
            li.says("/why").sees("11月17日 周二：请假");
            li.studies();
            assertThat(li.streak()).isEqualTo(6);
            allIsWell(office);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLessonThatIsWithdrawnAtNoonIsKeptByWhoHasDoneItAndExcusesTheOthers(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-16T09:00")) {
            Member admin = office.admin().says("/start");
            Member li = office.enrolled(1, "李明").studies();
            Member wang = office.enrolled(2, "王芳").studies();
            office.at("2026-11-17T10:00");
            li.studies();
            office.at("2026-11-17T12:00");
            admin.says("/calendar").presses("🚫").presses("✅ 确定");
            wang.says("/today").sees("撤下");
            office.at("2026-11-18T10:00");
            assertThat(li.streak()).isEqualTo(2);
            assertThat(wang.streak()).isEqualTo(1);
            wang.says("/why").sees("11月17日 周二：这一课 12:00 撤下");
            wang.studies();
            assertThat(wang.streak()).isEqualTo(2);
            allIsWell(office);
        }
    }

    private static void allIsWell(Office office) {
        assertThat(office.panfeng().study.verification().run().differences()).isEmpty();
    }

    private static void done(Office office, Member member, String days) {
        for (String day : days.split(" ")) {
            office.at("2026-" + day + "T10:00");
            member.studies();
        }
    }

    private static Member doneTenDays(Office office) {
        Member li = office.enrolled(1, "李明").studies();
        done(office, li, "11-03 11-04 11-05 11-06 11-09 11-10 11-11 11-12 11-13");
        assertThat(li.streak()).isEqualTo(10);
        li.sees("保护卡 1 张");
        return li;
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
