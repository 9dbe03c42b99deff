package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.mailbox.Incoming;

/** Answering in the chat: each kind of question, and everything that fingers do wrong. The first lesson has all four kinds. */
class QuizTest {
    private static final String MONDAY = "2026-11-16T09:00";

    @ParameterizedTest
    @EnumSource
    void aQuizGoesThroughEveryKindOfQuestionToTheSummary(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            li.presses("开始答题").sees("第 1 题 / 共 4 题 · 简答").sees("直接把答案发给我");
            li.says("２６ 度").sees("✅ <b>答对了！</b>").sees("💡").sees("第 2 题 / 共 4 题 · 单选");
            li.presses("A").sees("A").sees("💡").sees("第 3 题 / 共 4 题 · 判断");
            li.presses("对").sees("❌ <b>这次没对。</b>您答的是“对”，正确答案是“错”").sees("第 4 题 / 共 4 题 · 多选");
            li.presses("A").sees("第 4 题");
            assertThat(li.withButton("A ✓")).isPresent();
            li.presses("A ✓");
            assertThat(li.withButton("A ✓")).isEmpty();
            li.presses("提交").seesNothing().seesToast("请先选答案");
            li.presses("B")
                    .presses("提交")
                    .sees("💡")
                    .sees("🎉")
                    .sees("连续 <b>1</b> 天")
                    .sees("11月17日");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFirstOfTwoTapsCounts(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = atTheSecondQuestion(office);
            Incoming.Tap first = li.pressing("A");
            Incoming.Tap second = li.pressing("B");
            li.forgets();
            office.receives(first, second);
            assertThat(li.news()).hasSize(2);
            li.seesToast("已经答过了（A）");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUpdateDeliveredTwiceIsHandledOnce(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = atTheSecondQuestion(office);
            Incoming.Tap tap = li.pressing("A");
            office.receives(tap, tap);
            li.forgets();
            office.receives(tap);
            li.seesNothing();
        }
    }

    @ParameterizedTest
    @EnumSource
    void somebodyElsesButtonsHaveNoEffect(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = atTheSecondQuestion(office);
            Member wang = office.enrolled(2, "王芳");
            Incoming.Tap lis = li.pressing("A");
            wang.forgets();
            li.forgets();
            office.receives(wang.tapping(lis.messageId(), lis.data()));
            wang.seesNothing().seesToast("不是发给您的");
            li.seesNothing();
            li.presses("A").sees("第 3 题");
            Member stranger = office.stranger(3, "过客");
            office.receives(stranger.tapping(lis.messageId(), lis.data()));
            stranger.seesNothing().seesToast("不是发给您的");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rubbishInAButtonIsRefusedKindly(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = atTheSecondQuestion(office);
            for (String data : new String[] {
                "",
                "x",
                "quiz",
                "quiz:",
                "quiz:is",
                "quiz:is:1",
                "quiz:is:1:99:0",
                "quiz:is:1:1:-1",
                "quiz:is:1:1:99",
                "quiz:is:abc:1:1",
                "quiz:go:999999999999",
                "quiz:go:-5",
                "rank:show:9:0:0",
                "people:ok:1",
                "notice:send:1",
                "practice:is:9999:1",
                "set:lang:7",
                "join:dept:77",
                "quiz:is:99999999999999999999:1:1"
            }) {
                li.forgets();
                office.receives(li.tapping(1, data));
                assertThat(String.join("", li.news())).as(data).doesNotContain("抱歉");
            }
            assertThat(new org.panfeng.mailbox.SetAside(
                                    office.panfeng().database.jdbi())
                            .countSince(java.time.Instant.EPOCH))
                    .isZero();
            li.presses("A").sees("第 3 题");
        }
    }

    @ParameterizedTest
    @EnumSource
    void todayTakesItUpWhereItWasLeft(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = atTheSecondQuestion(office);
            li.says("/today").sees("第 2 题");
            li.presses("A").says("/streak").says("/today").sees("第 3 题");
            li.studies();
            li.says("/today").sees("🎉").sees("连续 <b>1</b> 天");
        }
    }

    @ParameterizedTest
    @EnumSource
    void wordsAnswerTheNewestOpenQuestion(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            li.presses("开始答题").sees("简答");
            li.says("/settings").presses("⌨️").sees("请发一个时间");
            li.says("25:00").sees("这不是").says("7:05").sees("07:05");
            li.says("30").sees("❌").sees("正确答案是“26”");
            li.says("还有别的吗").sees("没看懂");
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancelClosesWhatIsBeingAsked(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            li.says("/cancel").sees("没有要您回答的");
            li.presses("开始答题").says("/cancel").sees("正在作答的题目");
            li.says("26").sees("没看懂");
            li.says("/today").sees("第 1 题").says("26").sees("答对了");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsNotUnderstoodGetsAnAnswer(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            li.says("/nosuch").sees("没有 /nosuch 这个命令");
            li.says("/broadcast 大家好").sees("只有管理员");
            li.forgets();
            office.receives(new Incoming.Unreadable(office.nextUpdate(), new org.panfeng.mailbox.Sender(1, "李明"), 1));
            li.sees("看不懂");
            li.says("/help").sees("/today").sees("/streak");
            assertThat(String.join("", li.news())).doesNotContain("/broadcast");
            Member stranger = office.stranger(5, "过客");
            stranger.says("你好").sees("还没有加入").says("/help").sees("邀请链接");
        }
    }

    @ParameterizedTest
    @EnumSource
    void englishIsSpokenToWhoChoosesIt(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "Ann O'Neil <b>");
            li.says("/settings").presses("English").sees("Your lesson comes at: 08:30");
            li.says("/today").sees("# ").presses("Start quiz").sees("Question 1 of 4");
            li.says("twenty-six").says("/streak").sees("Streak: <b>0</b> days");
            li.says("/ranking").sees("Ann O'Neil \\<b\\>");
            office.at("2026-11-17T08:30");
            li.sees("Tue 17 Nov");
        }
    }

    private static Member atTheSecondQuestion(Office office) {
        Member li = office.enrolled(1, "李明");
        return li.presses("开始答题").says("26").sees("第 2 题");
    }
}
