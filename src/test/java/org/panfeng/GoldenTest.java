package org.panfeng;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conversations as people read them, in both languages. */
class GoldenTest {

    @ParameterizedTest
    @CsvSource({"zh,中文,开始答题,提交,对,再来", "en,English,Start quiz,Submit,True,Another"})
    void aMemberOfStaff(String code, String language, String start, String submit, String yes, String more)
            throws IOException {
        try (Office office = new Office(TestDatabase.H2, "2026-11-13T09:00", "language=" + code)) {
            office.enrolled(2, "王芳 👩‍💻").studies();
            office.enrolled(3, "Bartholomew Featherstonehaugh-Cholmondeley III", "财务科");
            Member li = office.enrolled(1, "李明");
            li.presses(code.equals("zh") ? "✅ 没错" : "✅ That's right");
            li.presses(start)
                    .says("25")
                    .presses("B")
                    .presses(yes)
                    .presses("A")
                    .presses("B")
                    .presses(submit);
            li.says("/streak").says("/ranking").says("/today");
            office.at("2026-11-14T10:00");
            li.says("/today");
            office.at("2026-11-16T17:00");
            li.presses(start)
                    .says("/cancel")
                    .says("?")
                    .says("/help")
                    .says("/settings")
                    .says("/nonsense");
            Golden.check("staff." + code + ".txt", li.transcript());
        }
    }

    @ParameterizedTest
    @CsvSource({"zh,发送,财务科", "en,Send,Finance"})
    void anAdmin(String code, String send, String department) throws IOException {
        try (Office office = new Office(TestDatabase.H2, "2026-11-16T09:00", "language=" + code)) {
            office.enrolled(1, "李明");
            office.enrolled(2, "王芳");
            Member admin = office.admin();
            admin.says("/start").says("/help");
            admin.says("/people")
                    .presses("➕")
                    .says(department)
                    .presses("‹")
                    .presses("🔍")
                    .says("李")
                    .presses("李明")
                    .presses("⭐");
            admin.says("/broadcast "
                    + (code.equals("zh") ? "周五 15:00 消防演练，请提前五分钟到楼前广场集合。" : "Fire drill on Friday at 15:00."));
            admin.presses(send).says("/push").says("/ranking").presses("🏢").presses(department);
            Golden.check("admin." + code + ".txt", admin.transcript());
        }
    }

    @ParameterizedTest
    @CsvSource({"zh", "en"})
    void whenTheLessonsHaveRunOut(String code, @TempDir Path config) throws IOException {
        new SmallLessons(config).write(1, 5);
        try (Office office = new Office(TestDatabase.H2, "2026-11-16T08:00", "language=" + code, "config=" + config)) {
            office.enrolled(1, "李明").studies();
            Member admin = office.admin().says("/start");
            office.at("2026-11-23T09:00");
            Member wang = office.enrolled(2, "王芳").studies();
            Golden.check("review." + code + ".txt", admin.transcript() + "\n" + wang.transcript());
        }
    }
}
