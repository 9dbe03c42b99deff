package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.mailbox.Incoming;

/** What an admin does for a person: suspends and brings back, enters leave, moves. */
class PersonTest {
    private static final String MONDAY = "2026-11-16T09:00";

    private final List<String> changes = new ArrayList<>();

    private Office office(TestDatabase database) {
        Office office = new Office(database, MONDAY);
        office.panfeng().absences.onChange((person, from, to, now) -> changes.add(from + "/" + to));
        return office;
    }

    @ParameterizedTest
    @EnumSource
    void aSuspensionLastsUntilTheDayOfTheReturn(TestDatabase database) {
        try (Office office = office(database)) {
            Member li = office.enrolled(1, "李明");
            li.studies();
            Member admin = office.admin().says("/start");
            admin.says("/people 李明").presses("李明");
            Incoming.Tap twice = admin.pressing("⏸ 暂停学习");
            li.forgets();
            admin.presses("⏸ 暂停学习").sees("⏸ 11月16日 周一 起暂停学习");
            admin.does("twice", twice);
            assertThat(li.news()).hasSize(1);
            li.sees("什么都不会丢").says("/leave").sees("⏸ 11月16日 周一 起暂停学习");
            li.forgets();
            office.at("2026-11-18T20:00");
            li.seesNothing();
            li.says("/today").sees("您的学习正在暂停").sees("# ");
            li.forgets();
            Incoming.Tap again = admin.pressing("▶️ 恢复学习");
            admin.presses("▶️ 恢复学习").sees("⏸ 暂停学习：11月16日 周一 – 18日 周三（已恢复）");
            admin.does("again", again);
            assertThat(li.news()).hasSize(1);
            li.sees("欢迎回来");
            office.at("2026-11-19T08:30");
            assertThat(li.news()).hasSize(2);
            assertThat(li.streak()).isEqualTo(1);
            office.at("2026-11-20T09:00");
            assertThat(li.streak()).as("missed on the day after the return").isEqualTo(0);
            LeaveTest.verifies(office);
            assertThat(changes).containsExactly("2026-11-16/9999-12-31", "2026-11-19/9999-12-31");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSuspensionTakenUpAgainOnTheSameDayGoesOn(TestDatabase database) {
        try (Office office = office(database)) {
            Member li = office.enrolled(1, "李明");
            Member admin = office.admin().says("/start").says("/people 李明").presses("李明");
            admin.presses("⏸").presses("▶️").sees("⏸ 暂停学习：11月16日 周一（已恢复）");
            li.says("/leave").sees("⏸ 暂停学习：11月16日 周一（已恢复）");
            admin.presses("⏸").sees("11月16日 周一 起暂停学习");
            assertThat(changes)
                    .containsExactly("2026-11-16/9999-12-31", "2026-11-17/9999-12-31", "2026-11-17/9999-12-31");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noticesStillReachWhoIsSuspended(TestDatabase database) {
        try (Office office = office(database)) {
            Member li = office.enrolled(1, "李明");
            Member admin = office.admin().says("/start").says("/people 李明").presses("李明");
            admin.presses("⏸");
            li.forgets();
            admin.says("/broadcast 周五消防演练").presses("发送");
            li.sees("周五消防演练");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAdminEntersLeaveForSomebodyAlsoAfterwardsAndTakesItBack(TestDatabase database) {
        try (Office office = office(database)) {
            Member li = office.enrolled(1, "李明");
            li.studies();
            office.at("2026-11-19T10:00");
            li.studies();
            Member admin = office.admin().says("/start").says("/people 李明").presses("李明");
            admin.presses("🏖 请假")
                    .sees("<b>李明</b>的请假")
                    .presses("➕ 登记请假")
                    .presses("17")
                    .presses("18");
            li.forgets();
            admin.sees("重新计算")
                    .presses("✅ 确认登记")
                    .sees("已登记请假：11月17日 周二 – 18日 周三。\n连续天数从 1 变为 2。\n")
                    .sees("已结束");
            li.sees("管理员为您登记了请假：11月17日 周二 – 18日 周三").sees("\n连续天数：1 → 2 天");
            assertThat(changes).containsExactly("2026-11-17/2026-11-18");
            li.says("/leave").sees("已结束");
            li.forgets();
            admin.presses("✖️ 11月17日").sees("要撤销<b>李明</b>的请假").sees("连续天数会从 2 变为 1。");
            li.seesNothing();
            assertThat(changes).hasSize(1);
            admin.presses("✖️ 确认撤销").sees("已撤销请假").sees("连续天数从 2 变为 1。");
            li.sees("管理员撤销了您的请假").sees("\n连续天数：2 → 1 天").forgets();
            admin.presses("↩️ 恢复这次请假").sees("已登记请假").sees("连续天数从 1 变为 2。");
            li.sees("\n连续天数：1 → 2 天");
            assertThat(changes).hasSize(3);
            admin.presses("‹ 返回").sees("👤 <b>李明</b>");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAdminBringsSomebodyBackFromLeave(TestDatabase database) {
        try (Office office = office(database)) {
            Member li = office.enrolled(1, "李明");
            Member admin = office.admin().says("/start").says("/people 李明").presses("李明");
            admin.presses("🏖 请假").presses("➕").presses("16").presses("20").presses("✅");
            office.at("2026-11-18T07:00");
            admin.says("/people 李明").presses("李明").sees("🏖 请假中：11月16日 周一 – 20日 周五");
            li.forgets();
            admin.presses("🏖 请假").presses("▶️ 今天销假").sees("已销假");
            li.sees("管理员为您销了假");
            assertThat(changes).containsExactly("2026-11-16/2026-11-20", "2026-11-18/2026-11-20");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPersonMovesOnceAndIsTold(TestDatabase database) {
        try (Office office = office(database)) {
            Member li = office.enrolled(1, "李明", "办公室");
            Member admin = office.admin().says("/start").says("/people 李明").presses("李明");
            admin.presses("🏢 换部门").seesToast("还没有别的部门");
            office.enrolled(2, "王芳", "财务科");
            li.forgets();
            admin.presses("🏢 换部门").sees("现在：办公室");
            assertThat(admin.withButton("办公室")).isEmpty();
            Incoming.Tap twice = admin.pressing("财务科");
            admin.presses("财务科").sees("部门：财务科");
            admin.does("twice", twice);
            assertThat(li.news()).hasSize(1);
            li.sees("您现在属于“财务科”");
            office.at("2026-11-18T09:00");
            LeaveTest.verifies(office);
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesakesAreToldApartByTheirDepartments(TestDatabase database) {
        try (Office office = office(database)) {
            office.enrolled(1, "李明", "办公室");
            office.enrolled(2, "李明", "财务科");
            office.enrolled(3, "李明明", "财务科");
            Member admin = office.admin().says("/start").says("/people 李明");
            assertThat(admin.withButton("李明明")).isPresent();
            admin.presses("李明 · 财务科").sees("部门：财务科");
            admin.says("/why 李明").sees("不止一人").presses("李明 · 办公室").sees("🔍");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyButAnAdminDoesAnyOfThis(TestDatabase database) {
        try (Office office = office(database)) {
            Member li = office.enrolled(1, "李明");
            Member wang = office.enrolled(2, "王芳");
            Member admin = office.admin().says("/start").says("/people 李明").presses("李明");
            String suspend = admin.pressing("⏸").data();
            String move = admin.pressing("🏢").data();
            wang.does("suspends", wang.tapping(1, suspend)).seesToast("只有管理员");
            wang.does("moves", wang.tapping(1, move)).seesToast("只有管理员");
            li.does("suspends", li.tapping(1, suspend)).seesToast("只有管理员");
            admin.does("nobody", admin.tapping(1, "person:suspend:4711")).seesToast("过期");
            assertThat(changes).isEmpty();
        }
    }
}
