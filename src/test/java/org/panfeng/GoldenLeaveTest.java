package org.panfeng;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Incoming;

/** Leave, suspension and a change of department, as those concerned and the admins read it. */
class GoldenLeaveTest {
    private static final String MONDAY = "2026-11-16T09:00";

    @ParameterizedTest
    @EnumSource
    void leave(Language language) throws IOException {
        try (Story story = new Story(language, MONDAY, "people.admins=999,998")) {
            Office office = story.office();
            Member admin = office.admin().says("/start");
            Member other = office.stranger(998, "陈静").says("/start");
            Member li = office.enrolled(1, "李明", story.in("办公室", "Front office"));
            Member wang = office.enrolled(2, "王芳", story.in("财务科", "Finance"));
            story.skips();
            li.says("/leave").presses(story.the("leave.new.own"));
            li.does("[·, a day before the enrolment]", li.tapping(1, "inert:day"));
            li.presses("17").presses("19");
            Incoming.Tap twice = li.pressing(story.the("leave.ask"));
            li.presses(story.the("leave.ask")).does("[" + story.the("leave.ask") + ", again]", twice);
            story.tells("Somebody asks for leave");

            Incoming.Tap late = other.pressing(story.the("leave.decline"));
            admin.presses(story.the("leave.approve"));
            other.does("[" + story.the("leave.decline") + "]", late);
            story.tells("One admin agrees, another comes late");

            Incoming.Tap foreign = li.says("/leave").pressing("✖️");
            wang.does("[✖️, under 李明's leave]", wang.tapping(foreign.messageId(), foreign.data()));
            story.tells("Somebody else's leave");

            office.at("2026-11-17T09:00");
            story.skips();
            li.says("/today");
            story.tells("A study day on leave");

            office.at("2026-11-18T08:00");
            story.skips();
            Incoming.Tap gone = li.says("/leave").pressing(story.the("leave.back.own"));
            li.presses(story.the("leave.back.own")).does("[" + story.the("leave.back.own") + ", again]", gone);
            li.says("/why");
            story.tells("Back sooner than expected");

            asks(story, wang, "19", "20").presses(story.the("leave.ask"));
            wang.presses(story.the("leave.new.own")).presses("✓19").presses("24");
            wang.presses("(21)").presses("(22)").presses("18").presses("✓18").presses(story.the("leave.other"));
            wang.does(
                    "[more than a year later]", wang.tapping(wang.pressing("24").messageId(), tooLong(office, wang)));
            wang.presses(story.the("button.cancel"));
            story.tells("Days that cannot be leave");

            li.says("/leave").presses(story.the("leave.new.own")).presses("24").presses("25");
            li.presses(story.the("leave.ask"));
            admin.says("/people").presses(story.in("🏖 待批请假", "🏖 Leave requests"));
            Incoming.Tap taken = admin.pressing("✅ 2");
            Incoming.Tap refused = admin.pressing("✅ 1");
            li.presses("✖️");
            admin.presses("✖️ 1");
            admin.does("[✅ 1, again]", refused).does("[✅ 2, taken back meanwhile]", taken);
            other.does(
                    "[" + story.the("leave.approve") + ", under a request that is decided]", refused(other, refused));
            story.tells("The admin goes through the list");
            story.ends("leave");
        }
    }

    private static Member asks(Story story, Member member, String first, String last) {
        return member.says("/leave")
                .presses(story.the("leave.new.own"))
                .presses(first)
                .presses(last);
    }

    private static String tooLong(Office office, Member member) {
        long id = office.panfeng()
                .staff
                .withTelegramId(member.id())
                .orElseThrow()
                .id()
                .value();
        return "leave:to:" + id + ":2026-11-24:2027-12-01";
    }

    private static Incoming.Tap refused(Member by, Incoming.Tap like) {
        return by.tapping(1, like.data());
    }

    @ParameterizedTest
    @EnumSource
    void leaveOfOnesOwn(Language language) throws IOException {
        try (Story story = new Story(language, MONDAY, "people.leave=self")) {
            Office office = story.office();
            Member li = office.enrolled(1, "李明", story.in("办公室", "Front office"));
            Member admin = office.admin().says("/start");
            office.at("2026-11-26T10:00");
            story.skips();
            asks(story, li, "19", "20").presses(story.the("leave.take.own"));
            asks(story, li, "17", "✓17").presses(story.the("leave.ask"));
            story.tells("The day before yesterday holds at once, what is long ago is asked for");

            li.says("/leave")
                    .presses(story.the("leave.new.own"))
                    .presses("›")
                    .presses("31")
                    .presses("›");
            li.presses("4").presses(story.the("leave.take.own"));
            li.presses(story.in("✖️ 2026年12月31日", "✖️ Thu 31 Dec"));
            story.tells("Over the turn of the year, and taken back");

            li.presses(story.in("✖️ 11月19日", "✖️ Thu 19")).presses(story.the("people.back"));
            li.presses(story.in("✖️ 11月19日", "✖️ Thu 19")).presses(story.the("leave.drop"));
            li.presses(story.the("leave.undo"));
            story.tells("What is over is taken back after a question, and put back");
            story.ends("leave-self");
        }
    }

    @ParameterizedTest
    @EnumSource
    void leaveAndTheStreak(Language language) throws IOException {
        try (Story story = new Story(language, MONDAY)) {
            Office office = story.office();
            Member admin = office.admin().says("/start");
            Member li = office.enrolled(1, "李明", story.in("办公室", "Front office"));
            li.studies().studiesUntil("2026-11-18");
            office.at("2026-11-20T09:00");
            story.skips();
            asks(story, li, "19", "✓19").presses(story.the("leave.ask"));
            admin.says("/people").presses(story.in("🏖 待批请假", "🏖 Leave requests"));
            admin.presses("✅ 1");
            story.tells("Leave for a day that was missed mends the streak");

            admin.says("/people 李").presses("李明").presses(story.the("person.leave"));
            admin.presses("✖️").presses(story.the("leave.drop"));
            story.tells("An admin takes it back, which breaks the streak");

            admin.presses(story.the("leave.undo"));
            story.tells("The admin puts it back");
            story.ends("leave-streak");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAnAdminDoesForAPerson(Language language) throws IOException {
        try (Story story = new Story(language, MONDAY)) {
            Office office = story.office();
            Member li = office.enrolled(1, "李明", story.in("办公室", "Front office"));
            Member admin = office.admin().says("/start");
            story.skips();
            admin.says("/people 李").presses("李明").presses(story.the("person.move"));
            story.department(story.in("财务科", "Finance"));
            story.department(story.in("资产科", "Assets"));
            admin.presses(story.the("person.move")).presses(story.in("资产科", "Assets"));
            story.tells("A change of department");

            admin.presses(story.the("person.suspend"));
            li.says("/leave");
            office.at("2026-11-18T08:00");
            li.says("/today");
            admin.presses(story.the("person.return"));
            li.says("/today").says("/leave");
            story.tells("A suspension and the return");

            office.at("2026-11-20T08:00");
            story.skips();
            li.says("/why");
            story.tells("What became of those days");

            admin.says("/people 李").presses("李明").presses(story.the("person.leave"));
            admin.presses(story.the("leave.new.of")).presses("19").presses("24");
            admin.presses(story.the("leave.take.of")).presses(story.the("people.back"));
            admin.presses(story.the("person.leave")).presses(story.the("leave.back.of"));
            admin.presses("✖️").presses(story.the("leave.drop"));
            story.tells("Leave that an admin enters, ends and takes back");
            story.ends("person");
        }
    }
}
