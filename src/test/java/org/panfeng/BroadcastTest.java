package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Outcome;

/** A notice from the command to the report. */
class BroadcastTest {
    private static final String MONDAY = "2026-11-16T09:00";

    @ParameterizedTest
    @EnumSource
    void aNoticeIsPreviewedSentAndReported(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            Member wang = office.enrolled(2, "王芳");
            Member zhao = office.enrolled(3, "赵 <强>");
            Member admin = office.admin();
            office.refuses(zhao, new Outcome.Unreachable("403 forbidden: bot was blocked by the user"));
            admin.says("/broadcast 周五下午 <消防> 演练 & 集合")
                    .sees("<b>通知</b>")
                    .sees("&lt;消防&gt;")
                    .sees("将发给 <b>3</b> 人")
                    .sees("1 秒");
            li.forgets();
            admin.presses("先给我看看").sees("只发给了您自己");
            li.seesNothing();
            admin.presses("发送").sees("已发完，共 3 人").sees("送达 2").sees("收不到 1").sees("赵 &lt;强&gt;");
            li.sees("周五下午 &lt;消防&gt; 演练 &amp; 集合");
            wang.sees("周五下午");
            li.forgets();
            admin.says("/broadcast 第二条").sees("将发给 <b>2</b> 人").sees("另有 1 人");
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoTapsOnSendSendOnce(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            Member admin = office.admin();
            admin.says("/broadcast 你好");
            li.forgets();
            Incoming.Tap first = admin.pressing("发送");
            Incoming.Tap second = admin.pressing("发送");
            office.receives(first, second);
            assertThat(li.news()).hasSize(1);
            admin.seesToast("这条通知");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTextMayComeAfterTheCommandAndBeCancelled(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            Member admin = office.admin();
            li.forgets();
            admin.says("/broadcast").sees("请把通知的内容发给我");
            admin.presses("取消").sees("已取消").says("不发了").sees("没看懂");
            admin.says("/broadcast").says("明天停电").sees("明天停电").presses("取消").sees("什么也没有发出");
            li.seesNothing();
            admin.says("/broadcast " + "长".repeat(3801)).sees("最多 3,800");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyToTellIsSaid(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            office.admin().says("/broadcast 有人吗").sees("没有能收到通知的人");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUncertainDeliveryIsReportedAndNotRepeated(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            Member admin = office.admin();
            admin.says("/broadcast 你好");
            office.refuses(li, new Outcome.Unknown("the connection broke"));
            li.forgets();
            admin.presses("发送").sees("不确定 1").sees("李明");
            li.seesNothing();
        }
    }
}
