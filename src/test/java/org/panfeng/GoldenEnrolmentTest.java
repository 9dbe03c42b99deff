package org.panfeng;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Incoming;

/** How people come in, as they and the admins read it. */
class GoldenEnrolmentTest {
    private static final String MONDAY = "2026-11-16T09:00";

    @ParameterizedTest
    @EnumSource
    void byInvitation(Language language) throws IOException {
        try (Story story = new Story(language, MONDAY, "people.admins=")) {
            story.office().stranger(4_242_424_242L, "李明").says("/start");
            story.tells("Nobody is an admin yet");

            Office office = story.moves(MONDAY);
            Member guest = office.stranger(5, story.in("过客", "Passer-by"));
            guest.says("/start").says("/help").says(story.in("你好", "Hello")).says("/today");
            guest.says("/start ABCDEFGHJKLMNP");
            guest.does("[an old button]", guest.tapping(1, "practise:1"));
            guest.does("[A, under a forwarded question]", guest.tapping(1, "quiz:is:1:0:0"));
            guest.does("[a forwarded ranking]", guest.tapping(1, "rank:show:0:0:0"));
            story.tells("Somebody without an invitation");

            Member admin = office.admin();
            admin.says("/start").says("/help").says("/people");
            admin.presses(story.the("people.new-department"))
                    .says("\u200b")
                    .says("……")
                    .says("处".repeat(61));
            admin.says(story.in("财务科", "Finance"));
            admin.says("/people").presses(story.the("people.new-department")).says(story.in("财务科", "Finance"));
            admin.says("/cancel");
            story.tells("An admin makes a department");

            String code = office.panfeng()
                    .invitations
                    .issue(office.panfeng().departments.all().get(0).id(), Office.ADMIN, office.now());
            Member li = office.stranger(1, "xX_li_Xx");
            li.says("/start " + code);
            li.presses(story.the("enrol.rename")).says("\u200d\u200b").says(story.in("李晓明", "Li Xiaoming"));
            li.presses(story.the("enrol.right"));
            li.says("/start " + code);
            story.tells("The link lets in, and a name is put right");

            admin.says("/people").presses(story.in("财务科", "Finance")).presses(story.the("people.revoke"));
            office.stranger(6, "王芳").says("/start " + code);
            admin.presses(story.the("people.issue")).presses(story.the("people.back"));
            story.tells("The link is revoked, and a new one made");

            admin.says("/today").says("/streak").says("/start").presses(story.the("enrol.join"));
            story.tells("An admin studies along");
            story.ends("invitation");
        }
    }

    @ParameterizedTest
    @EnumSource
    void byApproval(Language language) throws IOException {
        try (Story story = new Story(language, MONDAY, "people.enrolment=approval")) {
            Office office = story.office();
            Member admin = office.admin();
            admin.says("/start");
            office.stranger(1, "李明").says("/start");
            Incoming.Tap old = admin.pressing(story.the("enrol.refuse"));
            admin.presses(story.the("enrol.approve"));
            admin.does("[" + story.the("enrol.refuse") + ", again]", old);
            story.tells("Where there are no departments one tap lets in");

            story.department(story.in("办公室", "Front office"));
            story.department(story.in("财务科", "Finance"));
            Member wang = office.stranger(2, "王芳");
            wang.says("/start " + "X".repeat(14)).says("/start");
            Incoming.Tap other = wang.pressing(story.in("办公室", "Front office"));
            wang.presses(story.in("财务科", "Finance"));
            wang.does("[" + story.in("办公室", "Front office") + "]", other);
            office.stranger(3, "赵强").says("/start").presses(story.in("办公室", "Front office"));
            story.tells("Where there are some the newcomer says which");

            Incoming.Tap late = admin.pressing(story.the("enrol.approve"));
            admin.says("/people").presses(story.in("🙋 待批", "🙋 Requests"));
            admin.presses("✖️ 赵强");
            admin.does("[" + story.the("enrol.approve") + ", under the request of 赵强]", late);
            admin.presses(story.in("🙋 待批", "🙋 Requests")).presses("✅ 王芳");
            admin.says("/people");
            admin.does("[" + story.in("🙋 待批加入", "🙋 Requests to join") + "]", admin.tapping(1, "people:requests"));
            story.tells("The admin goes through the list");
            story.ends("approval");
        }
    }

    @ParameterizedTest
    @EnumSource
    void byAnOpenDoor(Language language) throws IOException {
        try (Story story = new Story(language, MONDAY, "people.enrolment=open")) {
            for (int i = 1; i <= 10; i++) {
                story.department(story.in("第" + i + "科", "Section " + i));
            }
            Member li = story.office().stranger(1, "李明");
            li.says("/start " + "X".repeat(14)).says("/start");
            Incoming.Tap next = li.pressing("2 ›");
            li.presses(story.the("enrol.right")).says("/start").presses(story.in("第3科", "Section 3"));
            li.does("[2 ›, again]", next).presses(story.in("第10科", "Section 10"));
            story.tells("Anybody may come in, and says which department");
            story.ends("open");
        }
    }
}
