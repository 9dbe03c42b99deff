package org.panfeng;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Incoming;

/** What admins read of the calendar, and everybody when it changes. */
class GoldenCalendarTest {
    @ParameterizedTest
    @EnumSource
    void calendar(Language language) throws IOException {
        try (Story story = new Story(language, "2026-11-16T09:00", "programme.first-day=2026-09-01")) {
            Office office = story.office();
            Member li = office.enrolled(1, "李明", story.in("办公室", "Front office"));
            Member wang = office.enrolled(2, "王芳", story.in("办公室", "Front office"));
            Member admin = office.admin();
            story.skips();
            aHoliday(story, admin);
            daysThatAreOver(story, admin, li);
            studyDays(story, admin);
            story.skipsOf(wang);
            aPause(story, admin, li);
            aWithdrawal(story, admin, li);
            yearsWithoutData(story);
            story.ends("calendar");
        }
    }

    private static void aHoliday(Story story, Member admin) {
        String confirm = story.the("calendar.confirm");
        admin.says("/calendar")
                .presses(story.the("calendar.add.holiday"))
                .presses("›")
                .presses("‹");
        admin.presses("19").does("[·]", admin.tapping(1, "inert:day")).presses("20");
        admin.says("长".repeat(15)).says("/cancel");
        admin.says("/calendar")
                .presses(story.the("calendar.add.holiday"))
                .presses("19")
                .presses("20");
        admin.says(story.in("运动会", "Sports day"));
        Incoming.Tap again = admin.pressing(confirm);
        admin.presses(confirm).does("[" + confirm + ", again]", again);
        admin.says("/calendar 2026-11-20 holiday").says("/calendar " + story.in("明天放假", "tomorrow off"));
        story.tells("A holiday is entered");

        for (String typed : List.of(
                "2026-11-18 nap",
                "2026-11-31 holiday",
                "2026-11-18..2026-11-17 holiday",
                "1999-01-01 holiday",
                "2026-11-18..2028-11-17 holiday",
                "2026-11-18 holiday " + "长".repeat(20))) {
            admin.says("/calendar " + typed);
        }
        story.tells("Entries that are typed wrong");

        admin.says("/calendar").presses("↩️");
        Incoming.Tap late = admin.pressing(confirm);
        admin.presses(confirm).does("[" + confirm + ", again]", late).presses(story.the("calendar.back"));
        story.tells("It is undone");
    }

    private static void daysThatAreOver(Story story, Member admin, Member li) {
        Office office = story.office();
        office.at("2026-11-17T09:00");
        li.studies();
        office.at("2026-11-18T09:00");
        story.skips();
        String confirm = story.the("calendar.confirm");
        admin.says("/calendar 2026-11-17 holiday " + story.in("停电", "Power cut"))
                .presses(confirm);
        admin.says("/calendar 2026-11-18 holiday").presses(confirm).presses(story.the("calendar.undo"));
        admin.presses(confirm);
        story.tells("Days that are over, and today");
    }

    private static void studyDays(Story story, Member admin) {
        String confirm = story.the("calendar.confirm");
        admin.says("/calendar")
                .presses(story.the("calendar.add.study"))
                .presses("(21)")
                .presses("✓21");
        admin.presses(confirm).says("/calendar 2026-11-14 study").presses(story.the("button.cancel"));
        admin.says("/calendar 2026-11-21..2026-11-22 study").presses(confirm).says("/calendar");
        admin.presses(
                story.the("calendar.undo.of", story.the("calendar.kind.study") + " " + story.in("11月21日", "21 Nov")));
        admin.presses(story.the("button.cancel"));
        admin.presses(story.the(
                "calendar.undo.of", story.the("calendar.kind.study") + " " + story.in("11月21–22日", "21–22 Nov")));
        story.tells("Saturdays and Sundays are worked");
    }

    private static void aPause(Story story, Member admin, Member li) {
        String confirm = story.the("calendar.confirm");
        admin.says("/calendar").presses(story.the("calendar.add.pause")).presses("23");
        admin.presses(story.the("calendar.endless")).presses(confirm);
        story.tells("The programme is to pause");

        story.office().at("2026-11-24T10:00");
        story.skips();
        li.says("/today");
        admin.says("/calendar").presses(story.the("calendar.resume")).presses(confirm);
        story.tells("It goes on");
    }

    private static void aWithdrawal(Story story, Member admin, Member li) {
        String confirm = story.the("calendar.confirm");
        story.office().at("2026-11-24T10:05");
        story.skips();
        admin.says("/calendar").presses(story.the("calendar.withdraw")).presses(confirm);
        Incoming.Tap undo = admin.pressing(story.the("calendar.undo"));
        li.says("/today");
        admin.says("/push")
                .says("/calendar")
                .presses(story.the("calendar.give-back"))
                .presses(confirm);
        story.tells("A lesson is withdrawn, and given back");

        story.office().at("2026-11-25T06:00");
        story.skips();
        admin.does("[" + story.the("calendar.undo") + "]", undo);
        story.tells("The day after that is too late");
    }

    private static void yearsWithoutData(Story story) {
        Office december = story.moves("2026-12-01T08:00");
        december.admin().says("/start");
        story.skips();
        december.at("2026-12-01T08:30");
        story.tells("In December, without data for the year to come");

        Office january = story.moves("2027-01-01T08:00");
        january.admin().says("/start");
        story.skips();
        january.at("2027-01-01T08:30");
        january.admin().says("/calendar");
        story.tells("On New Year's Day, without data");

        Office september = story.moves("2026-09-21T09:00");
        september.admin().says("/calendar");
        story.tells("Public holidays and make-up days");
    }
}
