package org.panfeng;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Incoming;

/** The study day as a member of staff reads it. */
class GoldenTest {

    @ParameterizedTest
    @EnumSource
    void theQuiz(Language language) throws IOException {
        try (Story story = new Story(language, "2026-11-16T09:00")) {
            Office office = story.office();
            Member li = office.enrolled(1, "李明", story.in("办公室", "Front office"));
            Member wang = office.enrolled(2, "王芳", story.in("办公室", "Front office"));
            story.skips();

            li.says("/today").presses(story.the("quiz.start")).says("3");
            Incoming.Tap first = li.pressing("A");
            li.presses("B").does("[A, under the question before]", first);
            wang.does("[A, under 李明's question]", wang.tapping(1, "quiz:is:1:2:1"));
            li.presses(story.the("quiz.true"));
            li.presses(story.the("quiz.submit")).presses("A").presses("C").presses(story.the("quiz.submit"));
            li.says("/today");
            story.tells("Right and wrong, one kind of question after the other");

            wang.says("/today").presses(story.the("quiz.start")).says(story.in("两层", "TWO"));
            wang.presses("B").presses(story.the("quiz.false")).presses("A").presses("B");
            wang.presses(story.the("quiz.submit")).says("/streak");
            story.tells("All of it right");

            office.at("2026-11-17T08:30");
            story.skips();
            Incoming.Tap start = li.pressing(story.the("quiz.start"));
            office.at("2026-11-18T08:00");
            story.skips();
            li.does("[" + story.the("quiz.start") + ", of the day before]", start);
            li.says("/streak");
            story.tells("A day that is over");

            story.moves("2026-11-16T09:00");
            Member zhao = story.office().enrolled(3, "赵强", story.in("办公室", "Front office"));
            story.skips();
            Incoming.Tap gone = zhao.pressing(story.the("quiz.start"));
            story.restarts("2026-11-16T10:00", "config=src/test/resources/none");
            zhao = story.office().stranger(3, "赵强");
            zhao.says("/today");
            zhao.does("[" + story.the("quiz.start") + "]", zhao.tapping(gone.messageId(), gone.data()));
            story.tells("The lesson is withdrawn");
            story.ends("quiz");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDays(Language language) throws IOException {
        try (Story story = new Story(language, "2026-09-29T09:00", "programme.last-day=2026-10-09")) {
            Office office = story.office();
            Member li = office.enrolled(1, "李明", story.in("办公室", "Front office"));
            Member wang = office.enrolled(2, "王芳", story.in("办公室", "Front office"));
            for (Member member : List.of(li, wang)) {
                member.says("/today").presses(story.the("quiz.start")).says("2");
                member.presses("B").presses(story.the("quiz.false")).presses("A");
                member.presses(story.the("quiz.submit"));
            }
            story.skips();
            office.at("2026-09-30T17:00");
            wang.presses(story.the("quiz.start"));
            story.tells("The push in the morning and the reminder in the evening");

            office.at("2026-10-01T10:00");
            li.says("/today").presses(story.the("quiz.true")).presses(story.the("practice.more"));
            li.says("/streak");
            story.tells("A holiday, with something to practise");

            office.at("2026-10-08T08:30");
            li.presses(story.the("quiz.start")).presses(story.the("quiz.true"));
            office.at("2026-10-09T08:30");
            li.presses(story.the("quiz.start")).presses(story.the("quiz.true"));
            office.at("2026-10-12T09:00");
            li.says("/today").says("/streak");
            story.tells("The last days of the programme");
            story.ends("days");
        }
    }

    @ParameterizedTest
    @EnumSource
    void commandsAndSettings(Language language) throws IOException {
        try (Story story = new Story(language, "2026-11-16T09:00")) {
            Office office = story.office();
            Member li = office.enrolled(1, "李明", story.in("办公室", "Front office"));
            story.skips();
            li.says("/help").says("/cancel").says(story.in("在吗", "Anybody there?"));
            li.says("/nonsense").showsAPicture().says("/broadcast " + story.in("大家好", "Hello"));
            li.does("[an old button]", li.tapping(1, "practise:1"));
            li.does("[an admin's button]", li.tapping(1, "people:all:0"));
            story.tells("What is not understood");

            li.says("/settings").presses("07:30").presses(story.the("settings.other-time"));
            li.says("23:00").says("7:45").says("/settings");
            li.presses(story.the("settings.other-time")).says("/cancel");
            li.presses(story.in("English", "中文")).presses(story.in("中文", "English"));
            story.tells("Language and time");

            li.presses(story.the("enrol.rename")).says("/cancel");
            li.says("/today")
                    .presses(story.the("quiz.start"))
                    .says("/cancel")
                    .says("2")
                    .says("/today");
            Member admin = office.admin();
            admin.says("/people").presses(story.the("people.new-department")).says("/cancel");
            admin.presses(story.the("people.find"))
                    .says("/cancel")
                    .says("/broadcast")
                    .says("/cancel");
            story.tells("Questions that are put away");

            office.panfeng().database.jdbi().useHandle(handle -> handle.execute("alter table streak rename to gone"));
            li.says("/streak");
            story.tells("Something breaks");
            story.ends("talk");
        }
    }
}
