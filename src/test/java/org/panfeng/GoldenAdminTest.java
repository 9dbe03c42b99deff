package org.panfeng;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Outcome;
import org.panfeng.people.DepartmentId;

/** What admins and leaders read. */
class GoldenAdminTest {
    private static final String MONDAY = "2026-11-16T09:00";

    @ParameterizedTest
    @EnumSource
    void people(Language language) throws IOException {
        try (Story story = new Story(language, MONDAY)) {
            Office office = story.office();
            Member admin = office.admin();
            admin.says("/start").presses(story.the("enrol.join"));
            Member li = office.enrolled(1, "李明", story.in("办公室", "Front office"));
            Member wang = office.enrolled(2, "王芳", story.in("办公室", "Front office"));
            office.refuses(wang, new Outcome.Unreachable("403"));
            wang.says("/help");
            DepartmentId finance = story.department(story.in("财务科", "Finance"));
            for (int i = 10; i < 20; i++) {
                story.knows(i, story.in("同事", "Colleague ") + i, finance);
            }
            story.skips();
            admin.says("/people").presses(story.the("people.find")).says("李").presses("李明");
            admin.presses(story.the("people.make-leader"));
            li.says("/help").says("/ranking");
            admin.presses(story.the("people.make-staff"));
            story.tells("A leader is appointed, for a while");

            admin.says("/people " + story.in("没有这个人", "No such person")).says("/people " + story.in("同事", "Colleague"));
            admin.says("/people 王").presses("王芳").says("/people 管").presses("管理员");
            story.tells("Finding people");
            story.ends("people");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ranking(Language language) throws IOException {
        try (Story story = new Story(language, "2026-11-13T09:00")) {
            Office office = story.office();
            Member li = office.enrolled(1, "李明", story.in("办公室", "Front office"));
            li.studies();
            DepartmentId finance = story.department(story.in("财务科", "Finance"));
            story.department(story.in("资产科", "Assets"));
            for (int i = 10; i < 40; i++) {
                story.knows(i, story.in("同事", "Colleague ") + i, finance);
            }
            Member last = office.stranger(39, story.in("同事", "Colleague ") + 39);
            Member admin = office.admin();
            story.skips();
            li.says("/ranking");
            last.says("/ranking");
            story.tells("The top, and one's neighbours");

            admin.says("/rank").presses("2 ›").presses("3 ›").presses("4 ›");
            admin.presses(story.the("ranking.view.week")).presses(story.the("ranking.view.month"));
            admin.presses(story.the("ranking.view.all")).presses(story.the("ranking.choose"));
            admin.presses(story.in("资产科", "Assets")).presses("🏢").presses(story.in("财务科", "Finance"));
            story.tells("An admin turns pages, views and departments");
            story.ends("ranking");
        }
    }

    @ParameterizedTest
    @EnumSource
    void push(Language language) throws IOException {
        try (Story story = new Story(language, "2026-11-15T10:00")) {
            Office office = story.office();
            Member admin = office.admin();
            admin.says("/push");
            office.at("2026-11-16T06:00");
            admin.says("/push");
            DepartmentId front = story.department(story.in("办公室", "Front office"));
            story.knows(1, "李明", front);
            story.knows(2, "王芳", front);
            admin.says("/push").says("/push");
            story.knows(3, "赵强", front);
            office.at("2026-11-16T06:05");
            admin.says("/push");
            story.tells("Today's lesson, now");
            story.ends("push");
        }
    }

    @ParameterizedTest
    @EnumSource
    void broadcast(Language language) throws IOException {
        try (Story story = new Story(language, MONDAY, "delivery.per-second=1")) {
            Office office = story.office();
            Member admin = office.admin();
            String drill = story.in("周五 15:00 消防演练，请到楼前广场集合。", "Fire drill on Friday at 15:00 & coffee after.");
            admin.says("/broadcast").presses(story.the("button.cancel"));
            admin.says("/broadcast " + drill);
            story.tells("Nobody to tell, and nothing to say");

            Member li = office.enrolled(1, "李明", story.in("办公室", "Front office"));
            Member wang = office.enrolled(2, "王芳", story.in("办公室", "Front office"));
            Member zhao = office.enrolled(3, "赵强", story.in("办公室", "Front office"));
            Member sun = office.enrolled(4, "孙丽", story.in("办公室", "Front office"));
            story.skips();
            admin.says("/broadcast").says("长".repeat(3801));
            admin.says(drill).presses(story.the("notice.to-me"));
            Incoming.Tap again = admin.pressing(story.the("notice.to-me"));
            office.refuses(wang, new Outcome.Unreachable("403"));
            office.refuses(zhao, new Outcome.Refused("400"));
            office.refuses(sun, new Outcome.Unknown("the connection broke"));
            Incoming.Tap send = admin.pressing(story.the("notice.send"));
            Incoming.Tap twice = admin.pressing(story.the("notice.send"));
            office.delivers(false);
            admin.does("[" + story.the("notice.send") + "]", send);
            admin.does("[" + story.the("notice.send") + ", again]", twice);
            office.delivers(true);
            admin.does("[" + story.the("notice.to-me") + ", afterwards]", again);
            story.tells("A notice, its preview and its report");

            admin.says("/broadcast " + drill).presses(story.the("notice.to-me"));
            Incoming.Tap late = admin.pressing(story.the("notice.send"));
            admin.presses(story.the("button.cancel")).does("[" + story.the("notice.send") + ", afterwards]", late);
            story.tells("One cannot be reached; the draft is dropped");

            DepartmentId finance = story.department(story.in("财务科", "Finance"));
            for (int i = 100; i < 250; i++) {
                story.knows(i, story.in("同事", "Colleague ") + i, finance);
            }
            admin.says("/broadcast " + drill);
            story.tells("A large office takes minutes");
            story.ends("broadcast");
        }
    }
}
