package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Outcome;

/** Today's lesson withdrawn by an admin, and given back. */
class WithdrawnLessonTest {
    @TempDir
    private Path config;

    private static final String TUESDAY = "2026-11-17T07:00";

    @ParameterizedTest
    @EnumSource
    void whoeverHasDoneItKeepsTheDayAndTheOthersAreExcused(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-16T07:00")) {
            Member li = office.enrolled(1, "李明").studies();
            Member wang = office.enrolled(2, "王芳").studies();
            office.at("2026-11-17T09:00");
            li.studies();
            wang.presses("开始答题");
            withdraw(office).sees("1 人已经完成").sees("其余 1 人").presses("✅ 确定").sees("已撤下11月17日 周二的课");
            office.at("2026-11-18T10:00");
            li.studies();
            wang.studies();
            assertThat(li.streak()).isEqualTo(3);
            assertThat(wang.streak()).isEqualTo(2);
            wang.says("/why").sees("撤");
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsNeitherPushedNorAskedNorRemindedOf(TestDatabase database) throws IOException {
        new SmallLessons(config).write(1, 3);
        try (Office office = new Office(database, TUESDAY, "config=" + config)) {
            Member li = office.enrolled(1, "李明");
            Member wang = office.enrolled(2, "王芳");
            li.presses("开始答题");
            Incoming.Tap answer = li.pressing("A");
            withdraw(office).presses("✅ 确定");
            li.does("[A]", answer).seesToast("已经撤下");
            li.presses("开始答题").seesToast("已经撤下");
            wang.says("/today").sees("今天的课已经撤下").sees("下一个学习日是 11月18日 周三");
            Member late = office.enrolled(3, "赵强");
            late.sees("今天的课已经撤下");
            int before = wang.chat().size();
            office.at("2026-11-17T20:00");
            assertThat(wang.chat()).hasSize(before);
            office.admin().says("/push").sees("已经撤下，没有发送");
            office.admin().says("/calendar").sees("一 <s>二</s> 三").sees("11月17日 周二的课已撤下");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTypedAnswerIsToldSoToo(TestDatabase database) throws IOException {
        new SmallLessons(config).write(1, 3);
        try (Office office = new Office(database, TUESDAY, "config=" + config)) {
            Member li = office.enrolled(1, "李明");
            li.presses("开始答题").answers().answers().sees("✍️");
            withdraw(office).presses("✅ 确定");
            li.says("26").sees("已经撤下");
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenBackItGoesOnWhereItWas(TestDatabase database) {
        try (Office office = new Office(database, TUESDAY)) {
            Member li = office.enrolled(1, "李明");
            withdraw(office).presses("✅ 确定");
            Member wang = office.enrolled(2, "王芳").forgets();
            office.at("2026-11-17T09:00");
            wang.seesNothing();
            office.admin()
                    .presses("↩️ 撤销")
                    .sees("要恢复11月17日 周二的课")
                    .presses("✅ 确定")
                    .sees("已恢复");
            office.at("2026-11-17T09:01");
            wang.sees("📖");
            li.studies();
            assertThat(li.streak()).isEqualTo(1);
            office.admin()
                    .says("/calendar")
                    .presses("🚫 撤下")
                    .presses("✅ 确定")
                    .presses("‹ 日历")
                    .presses("▶️ 恢复今天的课");
            office.admin().presses("✅ 确定").sees("已恢复");
        }
    }

    @ParameterizedTest
    @EnumSource
    void copiesThatStillWaitAreNotSentUnlessItIsGivenBack(TestDatabase database) {
        try (Office office = new Office(database, TUESDAY)) {
            Member li = office.enrolled(1, "李明", "办公室").forgets();
            Member wang = office.enrolled(2, "王芳", "财务科");
            office.at("2026-11-18T07:00");
            wang.forgets();
            office.refuses(wang, new Outcome.Postponed(Duration.ofSeconds(30), false, "429"));
            office.at("2026-11-18T08:30");
            li.sees("📖");
            withdraw(office).presses("✅ 确定");
            office.stopsRefusing(wang);
            office.passesInRealTime(Duration.ofMinutes(1));
            office.deliver();
            wang.seesNothing();
            assertThat(office.panfeng().outbox.waiting())
                    .as("nothing is left waiting")
                    .isEmpty();
            office.admin().presses("↩️ 撤销").presses("✅ 确定").sees("已恢复");
            wang.sees("📖").studies();
            assertThat(wang.streak()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyTodaysLessonCanBeWithdrawnAndOnlyOnce(TestDatabase database) {
        try (Office office = new Office(database, TUESDAY)) {
            office.enrolled(1, "李明");
            Member admin = withdraw(office);
            Incoming.Tap twice = admin.pressing("✅ 确定");
            Incoming.Tap late = admin.pressing("✅ 确定");
            admin.presses("✅ 确定").does("[confirm, again]", twice).seesToast("现在不能做");
            Incoming.Tap back = admin.pressing("↩️ 撤销");
            office.at("2026-11-18T09:00");
            admin.does("[undo]", back).seesToast("现在不能做");
            admin.does("[confirm]", late).seesToast("现在不能做");
            office.at("2026-11-21T09:00");
            admin.says("/calendar");
            assertThat(admin.withButton("🚫").map(Member.Shown::id))
                    .isNotEqualTo(admin.withButton("➕ 放假").map(Member.Shown::id));
        }
    }

    private static Member withdraw(Office office) {
        return office.admin().says("/calendar").presses("🚫 撤下今天的课").sees("要撤下11月");
    }
}
