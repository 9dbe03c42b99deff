package org.panfeng;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Outcome;

/**
 * Names as people really have them, or think of them. In the file ⟨ and ⟩ stand where the marks are that keep right-to-left text from turning
 * its surroundings round.
 */
class GoldenNamesTest {

    @ParameterizedTest
    @EnumSource
    void names(Language language) throws IOException {
        try (Story story = new Story(language, "2026-11-16T09:00")) {
            Office office = story.office();
            Member admin = office.admin();
            admin.says("/start");
            Member hebrew = office.enrolled(1, "דוד כהן 3", "מחלקת כספים");
            Member arabic = office.enrolled(2, "\u202eمحمد (علي)", "قسم 12");
            office.enrolled(3, "Bartholomew Featherstonehaugh-Cholmondeley the Third of Ledbury and Ross", "Estates");
            office.enrolled(4, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "🧑🏽‍🚀 Space");
            office.enrolled(5, "Z\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308algo", "Estates");
            office.enrolled(6, "<b>Bob</b> & | *Co*\n_x_ `y`", "Estates");
            office.enrolled(7, "\u200b\u200d\u3164", "Estates");
            office.enrolled(8, "आशीष कुमार", "浙江省台州市综合行政执法局直属三分队内勤组");
            story.skips();

            hebrew.presses(story.the("enrol.right"))
                    .says("/start")
                    .says("/streak")
                    .says("/ranking");
            arabic.presses(story.the("enrol.rename")).says("\u202eعلي\u202c 7").says("/abc\u202edef");
            arabic.says("/today").presses(story.the("quiz.start")).says("شلום 2");
            story.tells("Right to left");

            admin.says("/people").does("[⟨מחלקת כספים⟩]", admin.tapping(1, "people:dept:1"));
            admin.says("/people e").says("/people \u202eדוד").says("/people Bart");
            admin.presses("Bart").says("/people 👩‍👩‍👧‍👦").says("/people " + "很长".repeat(200));
            admin.says("/ranking").presses(story.the("ranking.choose"));
            story.tells("Lists and buttons");

            office.refuses(hebrew, new Outcome.Refused("400"));
            office.refuses(arabic, new Outcome.Refused("400"));
            admin.says("/broadcast שלום 3\n" + story.in("停电", "Power cut")).presses(story.the("notice.send"));
            story.tells("A report");
            story.ends("names");
        }
    }
}
