package org.panfeng;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Sender;

/** How streaks grow, are saved, are lost and begin anew, and how all that is explained. */
class GoldenStreakTest {

    @ParameterizedTest
    @EnumSource
    void streaks(Language language) throws IOException {
        try (Story story = new Story(language, "2026-11-02T09:00")) {
            Office office = story.office();
            Member admin = office.admin().says("/start");
            Member li =
                    office.enrolled(1, "李明", story.in("办公室", "Front office")).studies();
            li.studiesUntil("2026-11-05");
            office.at("2026-11-06T10:00");
            story.skips();
            li.studies();
            story.tells("The fifth day in a row");

            li.studiesUntil("2026-11-12");
            office.at("2026-11-13T10:00");
            story.skips();
            li.studies().says("/streak");
            story.tells("The tenth day in a row earns a freeze");

            office.at("2026-11-14T10:00");
            story.skips();
            li.presses(story.the("quiz.start"));
            story.tells("The button of a day that is done");

            office.at("2026-11-16T16:00");
            story.skips();
            office.at("2026-11-16T21:00");
            story.tells("A reminder, late, since it is hardly ever needed");

            office.at("2026-11-17T10:00");
            story.skips();
            li.says("/today").makesUp().says("/today");
            story.tells("A freeze has saved the streak, and making up brings it back");

            office.at("2026-11-19T10:00");
            li.studies();
            office.at("2026-11-20T16:00");
            story.skips();
            office.at("2026-11-20T18:00");
            story.tells("A reminder, where there is no freeze left");

            office.at("2026-11-23T10:00");
            story.skips();
            li.says("/today").makesUp();
            story.tells("A missed day is made up, the second of the month");

            office.at("2026-11-25T10:00");
            story.skips();
            li.says("/today");
            li.does("[" + story.in("补学 11月24日", "Make up 24 Nov") + "]", li.tapping(1, makeUp("2026-11-24")));
            li.does("[" + story.in("补学 11月3日", "Make up 3 Nov") + "]", li.tapping(1, makeUp("2026-11-03")));
            li.does("[" + story.the("quiz.start") + ", 18 Nov]", li.tapping(1, "quiz:go:" + day("2026-11-18")));
            story.tells("The third is refused");

            li.says("/why").presses(story.the("why.earlier")).presses(story.the("why.later"));
            li.says("/why 陈静");
            story.tells("Why");

            office.at("2026-12-07T16:00");
            story.skips();
            office.at("2026-12-07T18:00");
            li.studies().says("/settings").presses(story.the("settings.remind-not"));
            story.tells("After a break");

            li.studiesUntil("2026-12-10");
            office.at("2026-12-11T10:00");
            story.skips();
            li.studies().says("/streak");
            story.tells("A summit is climbed again");

            String confirm = story.the("calendar.confirm");
            admin.says("/calendar 2026-11-20..2026-11-24 holiday " + story.in("停电", "Power cut"));
            admin.presses(confirm).presses(story.the("calendar.undo")).presses(confirm);
            story.tells("Days that were made up and missed become a holiday, and back");

            office.enrolled(2, "李明亮");
            story.skips();
            admin.says("/why 李").presses("李明");
            admin.says("/why 王");
            story.tells("An admin asks about somebody");
            story.ends("streaks");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rescues(Language language) throws IOException {
        try (Story story = new Story(language, "2026-11-02T09:00", "people.leave=self")) {
            Office office = story.office();
            Member li = office.enrolled(1, "李明", story.in("办公室", "Front office"))
                    .studies()
                    .studiesUntil("2026-11-13");
            office.at("2026-11-17T10:00");
            li.says("/today").makesUp().studies().studiesUntil("2026-11-18");
            office.at("2026-11-23T16:00");
            story.skips();
            office.at("2026-11-23T17:00");
            li.says("/streak").makesUpFromToday(story.in("11月19日", "Thu 19 Nov"));
            story.tells("One more of this month can be made up, and the freeze goes to another day");

            li.says("/leave").presses(story.the("leave.new.own")).presses("20").presses("✓20");
            li.presses(story.the("leave.take.own"));
            story.tells("Leave for a day that was frozen gives the freeze back");
            story.ends("rescues");
        }
    }

    @ParameterizedTest
    @EnumSource
    void excuses(Language language) throws IOException {
        try (Story story = new Story(language, "2026-11-02T09:00")) {
            Office office = story.office();
            Member li = office.enrolled(1, "李明", story.in("办公室", "Front office"));
            office.at("2026-11-03T07:00");
            office.refuses(li, new Outcome.Refused("400 made up"));
            office.at("2026-11-04T07:00");
            office.refuses(li, new Outcome.Unreachable("403 Forbidden: bot was blocked by the user"));
            office.at("2026-11-05T07:00");
            letsTheBotIn(office, li);
            office.delivers(false);
            office.at("2026-11-06T03:10");
            office.delivers(true);
            office.at("2026-11-06T12:00");
            withdrawToday(office);
            office.at("2026-11-09T12:00");
            execute(office, "update task set withdrawn = true where study_day = date '2026-11-09'");
            office.at("2026-11-10T09:00");
            story.skips();
            li.says("/why");
            story.tells("Days that were not the person's fault, and one that was");

            earnsFreezeAndBlocks(office, li);
            story.skips();
            li.says("/today").says("/why");
            story.tells("A freeze is used while the bot is blocked");

            office.at("2026-11-28T10:00");
            Member wang = office.enrolled(2, "王芳", story.in("办公室", "Front office"));
            story.skips();
            wang.says("/why");
            story.tells("Somebody who came in on a Saturday");

            office.admin().says("/start");
            story.skips();
            office.admin().says("/calendar 2026-11-05..2026-11-24 holiday").presses(story.the("button.cancel"));
            story.tells("What a holiday would give back");
            story.ends("excuses");
        }
    }

    private static void withdrawToday(Office office) {
        execute(office, "update programme_day set withdrawn_at = ? where study_day = date '2026-11-06'", office.now());
    }

    private static void execute(Office office, String sql, Object... args) {
        office.panfeng().database.jdbi().useHandle(handle -> handle.execute(sql, args));
    }

    private static void earnsFreezeAndBlocks(Office office, Member li) {
        li.studies();
        li.studiesUntil("2026-11-23");
        office.at("2026-11-24T07:00");
        office.refuses(li, new Outcome.Unreachable("403 Forbidden: bot was blocked by the user"));
        office.at("2026-11-25T07:00");
        letsTheBotIn(office, li);
        office.at("2026-11-25T10:00");
    }

    private static void letsTheBotIn(Office office, Member member) {
        office.stopsRefusing(member);
        office.receives(new Incoming.Reachability(
                office.nextUpdate(), new Sender(member.id(), member.name()), member.id(), true));
    }

    private static String makeUp(String day) {
        return "makeup:" + day(day);
    }

    private static long day(String day) {
        return LocalDate.parse(day).toEpochDay();
    }
}
