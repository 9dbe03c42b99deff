package org.panfeng;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.chat.Language;

/** What people read when the lessons run low, and when they have run out. */
class GoldenReviewTest {

    @ParameterizedTest
    @EnumSource
    void whenTheLessonsHaveRunOut(Language language) throws IOException {
        try (Story story = new Story(language, "2026-11-16T08:00")) {
            Office office = story.office();
            Member admin = office.admin().says("/start");
            Member li = office.enrolled(1, "李明");
            story.skips();
            office.at("2026-11-16T09:00");
            li.studies();
            admin.says("/status");
            story.skipsOf(li);
            story.tells("The lessons run low");

            office.at("2026-11-20T09:00");
            story.skipsOf(li);
            admin.says("/status");
            story.tells("The lessons have run out");

            office.enrolled(2, "王芳").studies();
            story.tells("A review day");
            story.ends("review");
        }
    }
}
