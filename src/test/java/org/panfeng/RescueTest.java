package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody hears of a day that was lost and can be saved, and of one on which nothing is asked. */
class RescueTest {

    @ParameterizedTest
    @EnumSource
    void theNextSummaryOffersWhatWouldSaveTheStreakAndSaysHowLongItWouldBe(TestDatabase database) {
        try (Office office = threeDaysAndOneMissed(database)) {
            Member li = office.stranger(1, "李明");
            li.studies().sees("11月12日 周四错过了").sees("补上就连续 <b>5</b> 天");
            assertThat(said(li)).contains("连续 <b>1</b> 天").doesNotContain("欢迎回来");
            li.says("/why").sees("补上就连续 <b>5</b> 天").says("/streak").sees("补上就连续 <b>5</b> 天");
            li.makesUp().sees("连续 <b>5</b> 天");
            li.says("/streak");
            assertThat(said(li)).doesNotContain("补上就");
        }
    }

    /** Done from Monday the ninth to Wednesday and on Thursday not; it is Friday. */
    private static Office threeDaysAndOneMissed(TestDatabase database) {
        Office office = new Office(database, "2026-11-09T09:00");
        office.enrolled(1, "李明").studies().studiesUntil("2026-11-11");
        office.at("2026-11-13T10:00");
        return office;
    }

    @ParameterizedTest
    @EnumSource
    void theEveningReminderNamesTheDay(TestDatabase database) {
        try (Office office = threeDaysAndOneMissed(database)) {
            Member li = office.stranger(1, "李明").forgets();
            office.at("2026-11-13T17:00");
            li.sees("11月12日 周四错过的也还能补上（/today），加上今天的就连续 5 天");
            li.makesUpFromToday("11月12日").studies().sees("连续 <b>5</b> 天");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoHasBeenAwayForLongerIsToLookForward(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-02T09:00")) {
            Member li = office.enrolled(1, "李明").studies().studiesUntil("2026-11-04");
            office.at("2026-11-12T10:00");
            li.studies().sees("欢迎回来");
            assertThat(said(li)).doesNotContain("补上就");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLaterDayThatIsStillMissedIsExplainedWhereOneWasMadeUp(TestDatabase database) {
        try (Office office = threeDaysAndOneMissed(database)) {
            Member li = office.stranger(1, "李明");
            office.at("2026-11-16T10:00");
            li.makesUpFromToday("11月12日")
                    .sees("补学完成")
                    .sees("连续 <b>0</b> 天")
                    .sees("11月13日 周五错过了")
                    .sees("补上就连续 <b>5</b> 天");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFreezeThatMakingUpHasEarnedIsNotSaidToBeBack(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-02T09:00")) {
            Member li = office.enrolled(1, "李明").studies().studiesUntil("2026-11-12");
            office.at("2026-11-16T10:00");
            li.says("/today").makesUp().sees("连续 <b>10</b> 天").sees("获得一张保护卡");
            assertThat(said(li)).doesNotContain("还给您");
        }
    }

    @ParameterizedTest
    @EnumSource
    void onADayOffNothingIsOpen(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-16T09:00", "people.leave=self")) {
            Member li = office.enrolled(1, "李明").studies();
            office.at("2026-11-17T09:00");
            li.says("/why").sees("🟨 11月17日");
            li.says("/leave").presses("➕").presses("17").presses("✓17").presses("✅");
            li.says("/why").sees("⬜ 11月17日 周二：请假");
            li.says("/streak");
            assertThat(said(li)).contains("🟩⬜").doesNotContain("🟩🟨");
            office.at("2026-11-18T09:00");
            office.admin().says("/calendar").presses("🚫 撤下").presses("✅ 确定");
            li.says("/why").sees("⬜ 11月18日 周三：这一课撤下了");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSummitThatIsClimbedAgainIsSaidSoAndTheNextOneToo(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-02T09:00")) {
            Member li = office.enrolled(1, "李明").studies().studiesUntil("2026-11-06");
            office.at("2026-11-12T10:00");
            li.says("/streak").sees("再登一次 5 天，还差 5 天");
            li.studies().studiesUntil("2026-11-18");
            li.sees("又一次登上了 5 天");
            li.says("/streak").sees("下一座峰：10 天");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereOneCanBeMadeUpItIsSaidWhichHelpsAndWhereTheFreezeGoes(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-02T09:00")) {
            Member li = office.enrolled(1, "李明").studies().studiesUntil("2026-11-13");
            office.at("2026-11-17T10:00");
            li.says("/today").makesUp().sees("保护卡还给您了。现有 1 张").studies().studiesUntil("2026-11-18");
            office.at("2026-11-23T10:00");
            assertThat(li.streak()).as("Thursday is frozen, Friday missed").isZero();
            li.says("/today").sees("当月只能再补 1 天：补上11月20日 周五，就连续 <b>14</b> 天");
            li.makesUpFromToday("11月19日").sees("保护卡还给您了，接着用在了11月20日 周五").sees("连续 <b>14</b> 天");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMilestoneReachedByMakingUpSaysHowFarTheNextOneReallyIs(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-02T09:00")) {
            Member li = office.enrolled(1, "李明").studies().studiesUntil("2026-11-12");
            office.at("2026-11-16T10:00");
            li.studies().makesUp().sees("连续 <b>11</b> 天").sees("🏔️ <b>连续 10 天！</b>一步一步，登上来了。离下一座峰还有 9 天");
        }
    }

    private static String said(Member member) {
        return String.join("\n", member.news());
    }
}
