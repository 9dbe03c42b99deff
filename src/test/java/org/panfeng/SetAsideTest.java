package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.mailbox.Intake;

/** What could not be handled waits, and is handled after all when an admin asks for it. */
class SetAsideTest {
    private static final String MONDAY = "2026-11-16T09:00";

    @ParameterizedTest
    @EnumSource
    void whatWasSetAsideIsHandledAgainOnceHoweverOftenItIsAskedFor(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            setAside(office, text(9_000_001, 1, "/streak"), "java.lang.IllegalStateException: 秘密");
            office.at("2026-11-16T10:00");
            Member admin = office.admin().says("/status").sees("没处理好：1");
            admin.presses("看没处理好的").sees("11月16日 周一 09:00 · 命令 · 程序出错（IllegalStateException）");
            assertThat(String.join("", admin.news())).doesNotContain("秘密");
            li.forgets();
            admin.presses("再试 1").seesToast("马上重新处理").sees("重新处理好了 1 条");
            li.sees("连续");
            li.forgets();
            admin.presses("再试 1").seesToast("已经处理好了");
            li.seesNothing();
            admin.says("/status").sees("没处理好：0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatFailsAgainStaysAndTheOthersAreHandled(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            setAside(office, text(9_000_001, 1, "/start \\u0000"), "old");
            setAside(office, "{\"update_id\":9000002,\"message\":{\"message_id\":\"x\"}}", "old");
            setAside(office, text(9_000_003, 1, "/streak"), "old");
            Member admin = office.admin().says("/status").presses("看没处理好的");
            li.forgets();
            admin.presses("全部再试").sees("还有");
            li.sees("连续");
            assertThat(office.panfeng().setAside.oldest(9))
                    .extracting(kept -> kept.updateId())
                    .contains(9_000_002L)
                    .doesNotContain(9_000_003L);
            assertThat(office.panfeng().setAside.requested()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyAdminsMayTryAgain(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            setAside(office, text(9_000_001, 1, "/streak"), "old");
            office.receives(li.tapping(1, "aside:all"));
            li.seesToast("管理员");
            assertThat(office.panfeng().setAside.count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerGivenInTimeCountsAsGivenInTimeAsLongAsItsDayIsOpen(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            int streak = answersLastQuestionSetAside(office, li, "2026-11-16T23:00");
            office.sleepsUntil("2026-11-17T04:30").hears();
            office.admin().says("/status").presses("看没处理好的").presses("全部再试");
            assertThat(li.streak()).isEqualTo(streak + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void onceTheDayIsClosedTheAnswerIsTooLate(TestDatabase database) {
        try (Office office = new Office(database, MONDAY)) {
            Member li = office.enrolled(1, "李明");
            answersLastQuestionSetAside(office, li, "2026-11-16T23:00");
            office.at("2026-11-17T09:00");
            li.forgets();
            office.admin().says("/status").presses("看没处理好的").presses("全部再试");
            li.sees("已经结束，不能再答了");
        }
    }

    /** Everything but the last tap arrives; that one fails and is set aside. Returns the streak of before. */
    private static int answersLastQuestionSetAside(Office office, Member li, String at) {
        office.at(at);
        int streak = li.streak();
        li.says("/today").presses("开始答题");
        while (!li.news().get(li.news().size() - 1).matches("(?s).*第 (\\d+) 题.{1,5}\\1 题.*")) {
            li.answers();
        }
        if (li.withButton("提交").isPresent()) {
            li.presses("A");
        }
        String label =
                li.withButton("提交").isPresent() ? "提交" : li.withButton("对").isPresent() ? "对" : "A";
        setAside(office, tap(9_000_001, li.id(), li.pressing(label).data()), "java.lang.IllegalStateException");
        return streak;
    }

    private static void setAside(Office office, String raw, String error) {
        long id = Long.parseLong(raw.replaceFirst("(?s).*?\"update_id\":(\\d+).*", "$1"));
        office.receives(List.of(new Intake.Garbled(id, raw, error)));
    }

    static String text(long id, long from, String text) {
        return """
                {"update_id":%d,"message":{"message_id":1,"date":1,"text":"%s",
                "chat":{"id":%d,"type":"private","first_name":"Li"},"from":{"id":%d,"is_bot":false,"first_name":"Li"}}}""".formatted(id, text, from, from);
    }

    static String tap(long id, long from, String data) {
        return """
                {"update_id":%d,"callback_query":{"id":"q%d","from":{"id":%d,"is_bot":false,"first_name":"Li"},
                "message":{"message_id":1,"date":1,"chat":{"id":%d,"type":"private","first_name":"Li"}},
                "chat_instance":"1","data":"%s"}}""".formatted(id, id, from, from, data);
    }
}
