package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.mailbox.Outcome;

/** When the documents of a lesson come, told as conversations. */
class MediaTest {
    private static final String DOCUMENT = "📎 01-check.zh.pdf · 检查表（PDF，1 页）";

    @TempDir
    Path config;

    @ParameterizedTest
    @EnumSource
    void thePushBringsTheDocumentsAndThenTheReading(TestDatabase database) {
        try (Office office = office(database, "2026-11-14T09:00")) {
            Member li = office.enrolled(1, "李明");
            Member wang = office.enrolled(2, "王芳");
            office.at("2026-11-16T08:29");
            li.forgets();
            wang.forgets();
            office.at("2026-11-16T08:30");
            for (Member member : new Member[] {li, wang}) {
                assertThat(member.news()).hasSize(2).first().isEqualTo(DOCUMENT);
                assertThat(member.news().get(1))
                        .contains("🖼 四个桶")
                        .contains("📎 检查表（PDF，1 页）")
                        .doesNotContain("01-");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoAsksAgainAtOnceGetsTheReadingAndLaterTheDocumentToo(TestDatabase database) {
        try (Office office = office(database, "2026-11-16T09:00")) {
            Member li = office.enrolled(1, "李明");
            li.sees(DOCUMENT).says("/today");
            assertThat(li.news()).singleElement().asString().contains("再看标签");
            office.passesInRealTime(Duration.ofMinutes(11));
            li.says("/today").sees(DOCUMENT).sees("再看标签");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatBecomesOfADocumentIsNotWhatBecomesOfTheTask(TestDatabase database) {
        try (Office office = office(database, "2026-11-14T09:00")) {
            Member li = office.enrolled(1, "李明");
            office.at("2026-11-16T08:00");
            office.refusesDocuments(new Outcome.Refused("400 wrong file"));
            li.forgets();
            office.at("2026-11-16T08:30");
            assertThat(li.news()).singleElement().asString().contains("再看标签");
            li.presses("开始答题").presses("A").sees("连续");
        }
    }

    private Office office(TestDatabase database, String now) {
        return new Office(database, now, "config=" + IllustratedProgramme.in(config));
    }
}
