package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Intake;
import org.panfeng.people.PersonId;

/** {@code /leave}: how leave is asked for, decided, taken and ended. */
class LeaveTest {
    private static final String MONDAY = "2026-11-16T09:00";
    private static final String SELF = "people.leave=self";

    private final List<String> changes = new CopyOnWriteArrayList<>();

    private Office office(TestDatabase database, String... settings) {
        Office office = new Office(database, MONDAY, settings);
        office.panfeng().absences.onChange((person, from, to, now) -> changes.add(from + "/" + to));
        return office;
    }

    private static Member asks(Member member, String first, String last) {
        member.says("/leave").presses("➕ 请假").presses(first);
        return member.presses(first.equals(last) ? "✓" + last : last);
    }

    @ParameterizedTest
    @EnumSource
    void anAdminAgreesWithOneTap(TestDatabase database) {
        try (Office office = office(database)) {
            Member admin = office.admin().says("/start");
            Member li = office.enrolled(1, "李明", "财务科");
            asks(li, "17", "19").sees("11月17日 周二 – 19日 周四：<b>3 个学习日</b>").sees("需要管理员批准");
            li.presses("🙋").sees("已经替您转达").sees("等管理员批准");
            assertThat(changes).isEmpty();
            admin.presses("✅ 批准")
                    .sees("<b>李明</b>（财务科）请假 11月17日 周二 – 19日 周四，3 个学习日")
                    .sees("已由 管理员 批准");
            assertThat(li.news()).last().asString().contains("您的请假已批准：11月17日 周二 – 19日 周四");
            assertThat(changes).containsExactly("2026-11-17/2026-11-19");
            li.says("/leave").sees("还没开始");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSecondAdminHearsWhatTheFirstDecided(TestDatabase database) {
        try (Office office = office(database, "people.admins=999,998")) {
            Member admin = office.admin().says("/start");
            Member other = office.stranger(998, "陈静").says("/start");
            Member li = office.enrolled(1, "李明");
            asks(li, "17", "17").presses("🙋");
            Incoming.Tap twice = other.pressing("✖️ 不批准");
            Incoming.Tap late = admin.pressing("✅ 批准");
            other.presses("✖️ 不批准").sees("陈静 没有批准");
            assertThat(li.news()).last().asString().contains("这次没有批准");
            li.forgets();
            admin.does("late", late).seesToast("陈静 已经处理，没有批准").sees("陈静 没有批准");
            other.does("twice", twice).seesToast("陈静 已经处理，没有批准");
            li.seesNothing();
            assertThat(changes).isEmpty();
            li.says("/leave").sees("现在没有请假");
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoTapsInOneBatchAreOneRequestAndOneDecision(TestDatabase database) {
        try (Office office = office(database)) {
            Member admin = office.admin().says("/start");
            Member li = office.enrolled(1, "李明");
            asks(li, "17", "19");
            office.receives(li.pressing("🙋"), li.pressing("🙋"));
            li.seesToast("已经记下了");
            assertThat(office.panfeng().absences.on(personOf(office, li), LocalDate.parse("2026-11-17")))
                    .isEmpty();
            office.receives(admin.pressing("✅ 批准"), admin.pressing("✅ 批准"), admin.pressing("✖️ 不批准"));
            assertThat(changes).containsExactly("2026-11-17/2026-11-19");
            assertThat(li.news().stream().filter(text -> text.contains("已批准"))).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tapsThatSeveralThreadsTakeAtOnceEnterLeaveOnce(TestDatabase database) throws Exception {
        try (Office office = office(database, SELF)) {
            Member li = office.enrolled(1, "李明");
            asks(li, "17", "19");
            List<Callable<Void>> taps = IntStream.range(0, 6)
                    .mapToObj(i -> new Intake.Readable(li.pressing("✅"), () -> "{}"))
                    .map(tap -> (Callable<Void>) () -> {
                        office.panfeng().dispatcher.take(List.of(tap), office.now());
                        return null;
                    })
                    .toList();
            ExecutorService threads = Executors.newFixedThreadPool(taps.size());
            for (Future<Void> taken : threads.invokeAll(taps)) {
                taken.get();
            }
            threads.shutdown();
            assertThat(changes).containsExactly("2026-11-17/2026-11-19");
            office.deliver();
            li.says("/leave").presses("✖️ 11月17日").sees("现在没有请假");
        }
    }

    private static PersonId personOf(Office office, Member member) {
        return office.panfeng().staff.withTelegramId(member.id()).orElseThrow().id();
    }

    @ParameterizedTest
    @EnumSource
    void whatAnAdminTakesForThemselvesHoldsAtOnce(TestDatabase database) {
        try (Office office = office(database)) {
            Member admin = office.admin().says("/start").presses("加入学习");
            asks(admin, "18", "18").presses("✅ 确认请假").sees("记下了，请假：11月18日 周三");
            assertThat(changes).containsExactly("2026-11-18/2026-11-18");
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutApprovalLeaveHoldsAtOnceUnlessItBeganLongAgo(TestDatabase database) {
        try (Office office = office(database, SELF)) {
            Member admin = office.admin().says("/start");
            Member li = office.enrolled(1, "李明");
            office.at("2026-11-25T10:00");
            admin.forgets();
            asks(li, "18", "20").sees("重新计算").presses("✅ 确认请假").sees("记下了");
            assertThat(changes).containsExactly("2026-11-18/2026-11-20");
            admin.seesNothing();
            asks(li, "17", "17").sees("需要管理员批准").presses("🙋").sees("已经替您转达");
            assertThat(changes).hasSize(1);
            admin.presses("✅ 批准");
            assertThat(changes).containsExactly("2026-11-18/2026-11-20", "2026-11-17/2026-11-17");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOverIsTakenBackOnlyByWhoCouldEnterItAgain(TestDatabase database) {
        try (Office office = office(database, SELF)) {
            Member admin = office.admin().says("/start");
            Member li = office.enrolled(1, "李明");
            office.at("2026-11-25T10:00");
            asks(li, "17", "17").presses("🙋").sees("11月17日 周二：1 个学习日（等管理员批准）").presses("✖️ 11月17日");
            asks(li, "17", "17").presses("🙋");
            admin.presses("✅ 批准");
            asks(li, "20", "20").presses("✅").sees("11月20日 周五：1 个学习日（已结束）");
            assertThat(li.withButton("✖️ 11月17日").filter(shown -> li.news().contains(shown.text())))
                    .isEmpty();
            long id = personOf(office, li).value();
            li.does("takes back what an admin has agreed to", li.tapping(1, "leave:end:" + id + ":2"))
                    .seesToast("已经结束或撤销了");
            changes.clear();
            li.says("/leave").presses("✖️ 11月20日").sees("会按没有请假重新计算");
            assertThat(changes).as("asked first").isEmpty();
            li.presses("‹ 返回").sees("11月20日 周五：1 个学习日（已结束）").presses("✖️ 11月20日");
            li.presses("✖️ 确认撤销").sees("已撤销请假：11月20日 周五");
            assertThat(changes).containsExactly("2026-11-20/2026-11-20");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaveGoesBackToTheEnrolmentAndNoFurther(TestDatabase database) {
        try (Office office = office(database, SELF)) {
            Member li = office.enrolled(1, "李明");
            long id = personOf(office, li).value();
            li.says("/leave").presses("➕ 请假");
            assertThat(li.withButton("15")).isEmpty();
            li.does("a day before", li.tapping(1, "leave:take:" + id + ":2026-11-13:2026-11-17"))
                    .seesToast("过期");
            li.does("far ahead", li.tapping(1, "leave:take:" + id + ":2026-11-17:2099-01-01"))
                    .seesToast("过期");
            li.does("backwards", li.tapping(1, "leave:take:" + id + ":2026-11-19:2026-11-17"))
                    .seesToast("过期");
            li.does("nonsense", li.tapping(1, "leave:take:" + id + ":2026-11-31:x"))
                    .seesToast("过期");
            assertThat(changes).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaveNeedsAStudyDayAndIsNoLongerThanAYear(TestDatabase database) {
        try (Office office = office(database, SELF)) {
            Member li = office.enrolled(1, "李明");
            long id = personOf(office, li).value();
            li.says("/leave").presses("➕ 请假").presses("(21)").presses("(22)").sees("本来就没有学习日");
            li.does("400 days", li.tapping(1, "leave:to:" + id + ":2026-11-17:2027-12-01"))
                    .sees("一次最多请 366 天");
            li.does("366 days", li.tapping(1, "leave:take:" + id + ":2026-11-17:2027-11-17"));
            assertThat(changes).containsExactly("2026-11-17/2027-11-17");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaveThatOverlapsIsRefusedWithTheOneThatIsThere(TestDatabase database) {
        try (Office office = office(database, SELF)) {
            Member li = office.enrolled(1, "李明");
            asks(li, "17", "18").presses("✅");
            asks(li, "✓18", "20").sees("11月18日 周三 – 20日 周五 与已有的请假（11月17日 周二 – 18日 周三）重叠");
            asks(li, "19", "20").presses("✅").sees("记下了");
            assertThat(changes).containsExactly("2026-11-17/2026-11-18", "2026-11-19/2026-11-20");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatHasNotBegunDisappearsAndWhatHasBegunEndsWithYesterday(TestDatabase database) {
        try (Office office = office(database, SELF)) {
            Member li = office.enrolled(1, "李明");
            asks(li, "17", "20").presses("✅");
            asks(li, "24", "25").presses("✅");
            changes.clear();
            Incoming.Tap again = li.pressing("✖️ 11月24日");
            li.presses("✖️ 11月24日").sees("已撤销请假：11月24日 周二 – 25日 周三");
            li.does("again", again).seesToast("已经结束或撤销了");
            assertThat(changes).containsExactly("2026-11-24/2026-11-25");
            office.at("2026-11-19T08:00");
            li.says("/leave").sees("正在请假").presses("▶️ 我回来了").sees("从今天起照常计算").sees("18日 周三：2 个学习日（已结束）");
            assertThat(changes).last().isEqualTo("2026-11-19/2026-11-20");
            office.at("2026-11-19T08:30");
            li.sees("11月19日");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaveThatBeginsTodayDisappearsWhenItsPersonIsBack(TestDatabase database) {
        try (Office office = office(database, SELF)) {
            Member li = office.enrolled(1, "李明");
            asks(li, "16", "17").presses("✅").presses("▶️");
            assertThat(changes).containsExactly("2026-11-16/2026-11-17", "2026-11-16/2026-11-17");
            li.says("/leave").sees("现在没有请假");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRequestCanBeTakenBackBeforeItIsDecided(TestDatabase database) {
        try (Office office = office(database, "people.admins=999,998")) {
            Member admin = office.admin().says("/start");
            Member li = office.enrolled(1, "李明");
            Member other = office.stranger(998, "陈静").says("/start");
            asks(li, "17", "19").presses("🙋");
            Incoming.Tap late = admin.pressing("✅ 批准");
            admin.forgets();
            other.forgets();
            li.presses("✖️ 11月17日").sees("已撤销");
            admin.sees("已由 李明 撤销");
            other.sees("已由 李明 撤销");
            assertThat(admin.withButton("✅")).isEmpty();
            assertThat(other.withButton("✖️")).isEmpty();
            li.forgets();
            admin.does("late", late).seesToast("李明 已经撤销了").sees("已由 李明 撤销");
            li.seesNothing();
            assertThat(changes).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyButAnAdminTouchesSomebodyElsesLeave(TestDatabase database) {
        try (Office office = office(database)) {
            Member admin = office.admin().says("/start");
            Member li = office.enrolled(1, "李明");
            Member wang = office.enrolled(2, "王芳");
            Member guest = office.stranger(3, "过客");
            asks(li, "17", "19").presses("🙋");
            String end = li.pressing("✖️ 11月17日").data();
            String decide = admin.pressing("✅ 批准").data();
            wang.does("foreign", wang.tapping(1, end)).seesToast("别人的请假");
            guest.does("foreign", guest.tapping(1, end)).seesToast("过期");
            wang.does("decides", wang.tapping(1, decide)).seesToast("只有管理员");
            long id = personOf(office, wang).value();
            wang.does("own name, other leave", wang.tapping(1, "leave:end:" + id + ":1"))
                    .seesToast("已经结束或撤销了");
            li.says("/leave").sees("等管理员批准");
            assertThat(changes).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onLeaveNothingIsPushedAndNobodyIsRemindedButStudyCounts(TestDatabase database) {
        try (Office office = office(database, SELF)) {
            Member li = office.enrolled(1, "李明");
            Member wang = office.enrolled(2, "王芳");
            asks(li, "17", "17").presses("✅");
            office.at("2026-11-16T20:00");
            wang.forgets();
            li.forgets();
            office.at("2026-11-17T18:00");
            li.seesNothing();
            assertThat(wang.news()).hasSize(2);
            office.admin().says("/push");
            li.seesNothing();
            li.says("/today").sees("您请假到 11月17日 周二");
            li.studies();
            assertThat(li.streak()).isEqualTo(1);
            office.at("2026-11-18T08:30");
            assertThat(li.news()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoGoesOnLeaveInTheMorningIsNotRemindedInTheEvening(TestDatabase database) {
        try (Office office = office(database, SELF)) {
            Member li = office.enrolled(1, "李明");
            asks(li, "16", "16").presses("✅");
            li.forgets();
            office.at("2026-11-16T20:00");
            li.seesNothing();
        }
    }

    /** Worked case 10. */
    @ParameterizedTest
    @EnumSource
    void leaveForAMissedDayMendsTheStreakAndTakingItBackBreaksItAgain(TestDatabase database) {
        try (Office office = office(database, SELF)) {
            Member li = office.enrolled(1, "李明");
            for (String day : List.of("16", "17", "18", "19")) {
                office.at("2026-11-" + day + "T09:30");
                li.studies();
            }
            office.at("2026-11-23T10:00");
            li.studies();
            assertThat(li.streak()).isEqualTo(1);
            asks(li, "20", "20").presses("✅").sees("记下了，请假：11月20日 周五。\n连续天数：1 → 5 天\n");
            assertThat(li.streak()).isEqualTo(5);
            li.says("/why").sees("请假");
            verifies(office);
            li.says("/leave").presses("✖️ 11月20日").sees("连续天数会从 5 变为 1。");
            assertThat(li.streak()).as("only asked so far").isEqualTo(5);
            li.presses("✖️ 确认撤销").sees("已撤销请假：11月20日 周五。\n连续天数：5 → 1 天\n");
            assertThat(li.streak()).isEqualTo(1);
            verifies(office);
            li.presses("↩️ 恢复这次请假").sees("记下了").sees("连续天数：1 → 5 天");
            verifies(office);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverDecidesAndWhoeverAskedHearWhatBecomesOfTheStreak(TestDatabase database) {
        try (Office office = office(database)) {
            Member admin = office.admin().says("/start");
            Member li = office.enrolled(1, "李明");
            li.studies().studiesUntil("2026-11-19");
            office.at("2026-11-23T10:00");
            admin.forgets();
            asks(li, "20", "20").presses("🙋");
            admin.sees("连续天数会从 0 变为 4。");
            li.studies();
            admin.says("/people").presses("🏖 待批请假").sees("1 个学习日\n连续天数会从 1 变为 5。");
            assertThat(li.streak()).as("only foreseen").isEqualTo(1);
            li.forgets();
            admin.presses("✅ 1").sees("已由 管理员 批准。\n连续天数从 1 变为 5。");
            li.sees("您的请假已批准：11月20日 周五。这些日子不影响连续天数。\n连续天数：1 → 5 天");
            assertThat(li.streak()).isEqualTo(5);
            verifies(office);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsForeseenCountsWithTheOtherDaysAway(TestDatabase database) {
        try (Office office = office(database)) {
            Member admin = office.admin().says("/start");
            Member li = office.enrolled(1, "李明");
            li.studies().studiesUntil("2026-11-17");
            office.at("2026-11-19T10:00");
            li.studies();
            office.at("2026-11-20T09:00");
            admin.says("/people 李明").presses("李明").presses("⏸").presses("▶️");
            office.at("2026-11-23T09:00");
            admin.forgets();
            asks(li, "18", "18").presses("🙋");
            admin.sees("连续天数会从 1 变为 3。").presses("✅ 批准").sees("连续天数从 1 变为 3。");
            admin.says("/people 李明").presses("李明").presses("🏖 请假");
            admin.presses("✖️").sees("连续天数会从 3 变为 1。");
            admin.presses("✖️ 确认撤销").sees("连续天数从 3 变为 1。");
            verifies(office);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSaidOfAStreakThatStays(TestDatabase database) {
        try (Office office = office(database)) {
            Member admin = office.admin().says("/start");
            Member li = office.enrolled(1, "李明");
            li.studies().studiesUntil("2026-11-18");
            admin.forgets();
            asks(li, "17", "20").presses("🙋");
            li.forgets();
            assertThat(admin.news()).hasSize(1);
            admin.presses("✅ 批准");
            assertThat(admin.news()).hasSize(1).noneMatch(text -> text.contains("连续天数"));
            assertThat(li.news()).singleElement().asString().endsWith("您的请假已批准：11月17日 周二 – 20日 周五。这些日子不影响连续天数。");
            assertThat(li.streak()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoMayEnterLeaveAtOnceCanPutItBack(TestDatabase database) {
        try (Office office = office(database)) {
            Member admin = office.admin().says("/start");
            Member li = office.enrolled(1, "李明");
            asks(li, "17", "19").presses("🙋").presses("✖️ 11月17日").sees("已撤销");
            assertThat(li.withButton("↩️")).as("a request").isEmpty();
            asks(li, "17", "19").presses("🙋");
            admin.presses("✅ 批准");
            li.says("/leave").presses("✖️ 11月17日").sees("已撤销");
            assertThat(li.withButton("↩️")).as("needs an admin").isEmpty();
            asks(li, "17", "19").presses("🙋");
            admin.presses("✅ 批准");
            admin.says("/people 李明").presses("李明").presses("🏖 请假");
            Incoming.Tap twice = admin.presses("✖️ 11月17日").sees("已撤销").pressing("↩️");
            li.forgets();
            admin.presses("↩️ 恢复这次请假").sees("已登记请假：11月17日 周二 – 19日 周四").sees("还没开始");
            admin.does("twice", twice).seesToast("已经记下了");
            assertThat(li.news()).singleElement().asString().contains("管理员为您登记了请假");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDoneStaysDoneOnADayOfLeave(TestDatabase database) {
        try (Office office = office(database, SELF)) {
            Member li = office.enrolled(1, "李明");
            li.studies();
            asks(li, "16", "20").presses("✅");
            office.at("2026-11-18T09:00");
            li.studies();
            office.at("2026-11-23T10:00");
            assertThat(li.streak()).isEqualTo(2);
            verifies(office);
        }
    }

    static void verifies(Office office) {
        assertThat(office.panfeng().study.verification().run().differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aLongNameAndEveryDateFitIntoTheButtons(TestDatabase database) {
        try (Office office = office(database)) {
            Member admin = office.admin().says("/start");
            Member long_ = office.enrolled(9_007_199_254_740_991L, "阿卜杜拉".repeat(15), "很长很长的部门".repeat(8));
            asks(long_, "17", "19").presses("🙋").sees("已经替您转达");
            admin.says("/people").presses("🏖 待批请假（1）").sees("1. <b>阿卜杜拉").presses("✅ 1");
            assertThat(changes).hasSize(1);
            admin.says("/people");
            assertThat(admin.chat().get(admin.chat().size() - 1).keyboard().toString())
                    .doesNotContain("待批请假");
        }
    }

    @ParameterizedTest
    @EnumSource
    void inEnglishTheDatesReadAsPeopleSayThem(TestDatabase database) {
        try (Office office = office(database, "language=en", SELF)) {
            Member li = office.enrolled(1, "Li Ming", "Finance");
            li.says("/leave")
                    .sees("Nothing is entered")
                    .presses("➕ Take leave")
                    .presses("17")
                    .presses("19");
            li.sees("Tue 17 – Thu 19 Nov: <b>3 study days</b>").presses("✅");
            li.sees("Noted: you are on leave, Tue 17 – Thu 19 Nov");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAdminWhoDoesNotStudyHasNoLeave(TestDatabase database) {
        try (Office office = office(database)) {
            office.admin().says("/start").says("/leave").sees("您是管理员，自己还没有加入学习");
        }
    }
}
