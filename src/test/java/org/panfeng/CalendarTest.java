package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.panfeng.mailbox.Incoming;
import org.panfeng.storage.Database;

/** What admins do to the calendar, and what becomes of it for everybody. */
class CalendarTest {
    /** A Monday. */
    private static final String MONDAY = "2026-11-16T09:00";

    @ParameterizedTest
    @EnumSource
    void theNextFourWeeksAreShownAWeekALine(TestDatabase database) {
        try (Office office = new Office(database, "2026-09-21T09:00", "programme.first-day=2026-09-01")) {
            office.admin()
                    .says("/calendar")
                    .sees("9月21–27日：一 二 三 四 · · · — 9月25–27日 中秋节")
                    .sees("9月28日 – 10月4日：一 二 三 · · · · — 10月1–4日 国庆节")
                    .sees("10月5–11日：· · · 四 五 六 · — 10月5–7日 国庆节 · 10月10日 国庆节（补班）")
                    .sees("10月12–18日：一 二 三 四 五 · ·")
                    .sees("2026年9月1日 至 不限");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHolidayIsPickedNamedPreviewedAndUndone(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            Member admin = office.admin();
            admin.says("/calendar").presses("➕ 放假").sees("哪一天放假").presses("18").sees("从11月18日 周三开始");
            admin.presses("19").sees("放假 11月18–19日：这几天叫什么");
            admin.says("运动会").sees("放假 11月18–19日 “运动会”");
            admin.sees("不再是学习日（2 天）：11月18日 周三、11月19日 周四").sees("涉及全体 1 人");
            admin.presses("✅ 确定").sees("已加进日历");
            office.at("2026-11-18T10:00");
            li.says("/today").sees("🍃 运动会 · 11月18日 周三，不用学习").sees("下一个学习日是 11月20日 周五");
            admin.says("/calendar").sees("一 二 · · 五 · · — 11月18–19日 🏢 运动会");
            admin.presses("↩️ 撤销：放假 11月18").sees("成为学习日（2 天）").sees("今天的课马上推送");
            admin.presses("✅ 确定").sees("已撤销");
            office.at("2026-11-18T10:01");
            li.says("/today").sees("📖");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingChangesBeforeItIsConfirmedOrOnceItIsCancelled(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            Member admin = office.admin();
            admin.says("/calendar 2026-11-16 放假").sees("要加进日历").sees("今天已经完成的 0 人");
            li.says("/today").sees("📖");
            admin.presses("取消").sees("学习日历");
            assertThat(changes(office)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSaturdayBecomesAStudyDay(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            Member admin = office.admin();
            admin.says("/calendar").presses("➕ 学习日").presses("(21)").presses("✓21");
            admin.sees("学习日 11月21日").sees("成为学习日（1 天）：11月21日 周六").presses("✅ 确定");
            office.at("2026-11-21T09:00");
            li.sees("📖");
            admin.says("/calendar").sees("一 二 三 四 五 六 · — 11月21日 🏢 学习日");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPauseWithoutAnEndIsNoEndOfTheProgrammeAndIsResumed(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            Member admin = office.admin();
            li.studies();
            admin.says("/calendar").presses("⏸️ 暂停学习").presses("17").presses("⏸️ 到另行通知为止");
            admin.sees("暂停学习 11月17日起").presses("✅ 确定");
            office.at("2026-11-19T10:00");
            li.says("/today").sees("学习暂停中");
            admin.says("/calendar").presses("▶️ 恢复学习").sees("从今天起恢复学习").presses("✅ 确定");
            office.at("2026-11-19T10:01");
            li.says("/today").sees("📖");
            li.studies();
            assertThat(li.streak()).as("the paused days do not exist").isEqualTo(2);
            admin.says("/calendar").sees("一 · · 四 五 · · — 11月17–18日 🏢 暂停学习");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHolidayOfDaysThatAreOverSaysWhoseLedgerItChangesAndChangesIt(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            Member wang = office.enrolled(2, "王芳");
            li.studies();
            wang.studies();
            office.at("2026-11-17T09:00");
            wang.studies();
            office.at("2026-11-18T09:00");
            li.studies();
            assertThat(li.streak()).isEqualTo(1);
            Member admin = office.admin();
            admin.says("/calendar 2026-11-17 放假 停电");
            admin.sees("1 人完成，照常计入；1 人不再算错过。").sees("不再算错过的有：李明");
            admin.presses("✅ 确定").sees("正在重新计算").sees("1 人的记录有变化");
            assertThat(li.streak()).isEqualTo(2);
            wang.studies();
            assertThat(wang.streak()).as("what is done stays done").isEqualTo(3);
            admin.presses("↩️ 撤销").sees("当时没做完的有 1 人").sees("重新算错过").sees("当时没做完的有：李明");
            admin.presses("✅ 确定");
            office.at("2026-11-18T09:30");
            assertThat(li.streak()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDayThatComesBackBelongsToTheDepartmentInWhichItClosed(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明", "办公室");
            office.enrolled(2, "王芳", "财务科");
            office.at("2026-11-18T09:00");
            Member admin = office.admin().says("/calendar 2026-11-17 放假").presses("✅ 确定");
            admin.says("/people 李明").presses("李明").presses("🏢 换部门").presses("财务科");
            li.sees("您现在属于“财务科”");
            admin.presses("↩️ 撤销").presses("✅ 确定");
            office.at("2026-11-19T09:00");
            assertThat(departments(office, 1)).containsExactly("办公室", "办公室", "财务科");
        }
    }

    private static List<String> departments(Office office, long telegramId) {
        return office.panfeng()
                .database
                .jdbi()
                .withHandle(handle -> handle.createQuery("""
                                select d.name from ledger l join department d on d.id = l.department_id
                                join person p on p.id = l.person_id where p.telegram_id = :id order by l.study_day
                                """)
                        .bind("id", telegramId)
                        .mapTo(String.class)
                        .list());
    }

    @ParameterizedTest
    @EnumSource
    void onlyAdminsChangeTheCalendarWhateverButtonTheyPress(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            Member admin = office.admin();
            admin.says("/calendar 2026-11-18 放假");
            Incoming.Tap confirm = admin.pressing("✅ 确定");
            li.says("/calendar").sees("只有管理员");
            li.does("[confirm]", li.tapping(1, confirm.data())).seesToast("只有管理员");
            li.does("[withdraw]", li.tapping(1, "cal:gone:2026-11-16")).seesToast("只有管理员");
            li.does("[undo]", li.tapping(1, "cal:undone:1")).seesToast("只有管理员");
            assertThat(changes(office)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cal",
                "cal:",
                "cal:new",
                "cal:new:9",
                "cal:new:0:2026-99",
                "cal:first:0:1",
                "cal:first:0:99999",
                "cal:last:0:20773:9999",
                "cal:ok:0:1:1:",
                "cal:ok:0:20773:-1:",
                "cal:ok:0:20773",
                "cal:undo:77",
                "cal:undone:x",
                "cal:resume:77",
                "cal:away",
                "cal:away:2026-02-30",
                "cal:gone:2026-11-17",
                "cal:nonsense:2026-11-16"
            })
    void buttonsThatNobodyMadeChangeNothing(String data) {
        try (Office office = new Office(TestDatabase.H2, MONDAY)) {
            Member admin = office.admin();
            admin.says("/calendar");
            admin.does("[" + data + "]", admin.tapping(1, data));
            assertThat(changes(office)).isZero();
            assertThat(admin.says("/status").news()).noneMatch(text -> text.contains("条消息没处理好"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "哪天, 请这样写",
        "2026-13-01 放假, 没有 2026-13-01 这一天",
        "2026-11-18..2026-02-30 放假, 没有 2026-02-30 这一天",
        "2026-11-18 睡觉, “睡觉”不是日历里的一种",
        "2026-11-18..2026-11-17 放假, 2026-11-18..2026-11-17 写反了",
        "1999-01-01 放假, 1999-01-01 太早或者太远",
        "2026-11-18..2028-11-17 放假, 太长了，一次最多 400 天",
        "2026-11-18 放假 很长很长很长很长很长很长很长很长, 名称“很长很长很长很长很长很长很长很长”太长了"
    })
    void whatIsTypedWrongIsExplained(String words, String mistake) {
        try (Office office = new Office(TestDatabase.H2, MONDAY)) {
            office.admin().says("/calendar " + words).sees(mistake).sees("请这样写：/calendar 2026-12-31 放假 元旦");
            assertThat(changes(office)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatDoesNotFitIsAskedForAgainAndMayBeLeftOut(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            office.enrolled(1, "李明");
            Member admin = office.admin();
            admin.says("/calendar").presses("➕ 放假").presses("18").presses("✓18");
            admin.says("长".repeat(15)).sees("最多 14 个汉字").presses("不写名称").sees("放假 11月18");
            admin.presses("✅ 确定").sees("已加进日历");
            admin.says("随便").sees("没看懂");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSoAlreadyIsNotEnteredTwice(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            office.enrolled(1, "李明");
            Member admin = office.admin();
            admin.says("/calendar 2026-11-21 放假").sees("什么也不会变");
            admin.says("/calendar 2026-11-18 放假");
            Incoming.Tap first = admin.pressing("✅ 确定");
            Incoming.Tap second = admin.pressing("✅ 确定");
            admin.does("[confirm]", first).sees("已加进日历");
            admin.does("[confirm, again]", second).seesToast("没有变化");
            assertThat(changes(office)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondUndoIsRefusedFriendly(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            office.enrolled(1, "李明");
            Member admin = office.admin();
            admin.says("/calendar 2026-11-18 放假").presses("✅ 确定").presses("↩️ 撤销");
            Incoming.Tap again = admin.pressing("✅ 确定");
            admin.presses("✅ 确定").sees("已撤销");
            admin.does("[confirm, again]", again).seesToast("已经撤销了");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEntriesOutliveARestartAndReachOtherNodesWithTheirNextTick(TestDatabase database) {
        Database kept = database.open();
        try (Office office = new Office(kept, MONDAY)) {
            office.enrolled(1, "李明");
            Office other = new Office(kept, MONDAY);
            office.admin().says("/calendar 2026-11-17 放假 停电").presses("✅ 确定");
            other.at("2026-11-17T09:00");
            other.admin().says("/calendar").sees("🏢 停电");
            Office restarted = new Office(kept, "2026-11-17T09:00");
            restarted.admin().says("/calendar").sees("🏢 停电");
        }
    }

    @ParameterizedTest
    @EnumSource
    void verifyGoesByTheOfficesDays(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            li.studies();
            office.admin().says("/calendar 2026-11-17 放假 停电").presses("✅ 确定");
            office.at("2026-11-19T09:00");
            li.studies();
            assertThat(office.panfeng().study.verification().run().differences())
                    .isEmpty();
        }
    }

    private static int changes(Office office) {
        return office.panfeng()
                .database
                .jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from calendar_change where undone_at is null")
                        .mapTo(Integer.class)
                        .one());
    }
}
