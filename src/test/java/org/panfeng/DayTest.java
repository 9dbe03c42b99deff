package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.mailbox.Outcome;
import org.panfeng.storage.Database;

/** Push, reminder and close, also where the bot slept, was deaf or could not deliver. */
class DayTest {

    @ParameterizedTest
    @EnumSource
    void theTaskComesAtEachPersonsOwnTimeAndTheReminderToWhoHasNotFinished(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-13T09:00")) {
            Member li = office.enrolled(1, "李明");
            Member wang = office.enrolled(2, "王芳");
            wang.says("/settings").presses("⌨️").says("7:05");
            office.at("2026-11-16T07:00");
            li.forgets();
            wang.forgets();
            office.at("2026-11-16T07:04");
            wang.seesNothing();
            office.at("2026-11-16T07:05");
            wang.sees("11月16日");
            li.seesNothing();
            office.at("2026-11-16T08:30");
            li.sees("11月16日");
            li.studies().forgets();
            wang.presses("开始答题").forgets();
            office.at("2026-11-16T17:00");
            wang.sees("还差 ");
            li.seesNothing();
            wang.forgets();
            office.at("2026-11-16T23:00");
            wang.seesNothing();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTickThatComesTwiceSendsOnce(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-13T09:00")) {
            Member li = office.enrolled(1, "李明");
            office.at("2026-11-16T08:30");
            li.forgets();
            office.wake().wake();
            li.seesNothing();
            office.at("2026-11-16T17:00");
            li.forgets();
            office.wake().wake();
            li.seesNothing();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPushMissedWhileTheBotWasDownIsCaughtUpOnceAndOnlyTheNewest(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-12T09:00")) {
            Member li = office.enrolled(1, "李明");
            li.studies().forgets();
            office.sleepsUntil("2026-11-17T11:00").hears();
            assertThat(li.news()).hasSize(1);
            li.sees("11月17日");
            office.at("2026-11-17T14:00");
            assertThat(li.streak()).isEqualTo(1);
            li.studies();
            assertThat(li.streak()).isEqualTo(2);
            li.sees("⬜");
            assertThat(office.panfeng().study.verification().run().differences())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDayThatClosesWhileTheBotIsDeafStaysOpenForAnHour(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-13T09:00")) {
            Member li = office.enrolled(1, "李明");
            li.studies();
            office.at("2026-11-16T22:00");
            li.says("/today");
            var started = li.pressing("开始答题");
            office.sleepsUntil("2026-11-17T06:00").hears();
            office.receives(started);
            li.sees("第 1 题");
            while (li.news().stream().noneMatch(text -> text.startsWith("🎉"))) {
                li.answers();
            }
            for (int minute = 1; minute <= 61; minute++) {
                office.sleepsUntil("2026-11-17T%02d:%02d".formatted(6 + minute / 60, minute % 60))
                        .hears();
            }
            office.at("2026-11-17T08:30");
            assertThat(li.streak()).isEqualTo(2);
            assertThat(office.panfeng().study.verification().run().differences())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTaskThatNeverArrivedByAFaultOfOursIsExcused(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-13T09:00")) {
            Member li = office.enrolled(1, "李明");
            li.studies();
            office.refuses(li, new Outcome.Refused("500 made up"));
            office.at("2026-11-17T08:00");
            office.refuses(li, new Outcome.Delivered(77));
            assertThat(office.panfeng().study.verification().run()).satisfies(result -> {
                assertThat(result.people()).isEqualTo(1);
                assertThat(result.differences()).isEmpty();
            });
            assertThat(streakOf(office)).containsExactly(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void blockingTheBotIsNotOurFault(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-13T09:00")) {
            Member li = office.enrolled(1, "李明");
            li.studies();
            office.refuses(li, new Outcome.Unreachable("403 forbidden: bot was blocked by the user"));
            office.at("2026-11-18T08:00");
            assertThat(streakOf(office)).containsExactly(0);
            assertThat(office.panfeng().study.verification().run().differences())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void pushSendsNowToWhoHasNotHadIt(TestDatabase database) {
        try (Office office = new Office(database, "2026-11-13T09:00")) {
            Member li = office.enrolled(1, "李明");
            office.at("2026-11-15T10:00");
            office.admin().says("/push").sees("不是学习日").sees("11月16日");
            office.at("2026-11-16T06:00");
            li.forgets();
            office.admin().says("/push").sees("已发给 1 人");
            li.sees("11月16日").forgets();
            office.admin().says("/push").sees("已发给 0 人；此前已有 1 人收到");
            office.at("2026-11-16T12:00");
            li.seesNothing();
        }
    }

    @Test
    void aLessonThatIsTakenAwayBreaksNoStreak(@TempDir Path config) throws IOException {
        Path lessons = Files.createDirectories(config.resolve("programmes/office"));
        Files.copy(Path.of("config/programmes/office/08-procurement.zh.md"), lessons.resolve("08-procurement.zh.md"));
        Database database = TestDatabase.H2.open();
        Office before = new Office(database, "2026-11-13T09:00");
        before.enrolled(1, "李明").studies();
        before.at("2026-11-16T09:00");
        try (Office after = new Office(database, "2026-11-16T10:00", "config=" + config)) {
            Member li = after.stranger(1, "李明");
            li.says("/today").sees("已经撤下");
            after.at("2026-11-17T09:00");
            assertThat(li.streak()).isEqualTo(1);
            li.says("/today").sees("11月17日");
            assertThat(after.panfeng().study.verification().run().differences()).isEmpty();
        }
    }

    @Test
    void aLessonThatLosesQuestionsOnItsDayCanBeCompleted(@TempDir Path config) throws IOException {
        Path lesson = oneLesson(config);
        String whole = Files.readString(lesson);
        Database database = TestDatabase.H2.open();
        Member before = new Office(database, "2026-11-16T09:00", "config=" + config).enrolled(1, "李明");
        before.presses("开始答题").presses("A").says("15");
        Files.writeString(lesson, whole.substring(0, whole.lastIndexOf("### ")));
        try (Office after = new Office(database, "2026-11-16T10:00", "config=" + config)) {
            Member li = after.stranger(1, "李明");
            li.says("/today").sees("🎉");
            assertThat(li.streak()).isEqualTo(1);
            assertThat(after.panfeng().study.verification().run().differences()).isEmpty();
        }
    }

    @Test
    void aLessonThatGainsQuestionsOnItsDayCountsOnce(@TempDir Path config) throws IOException {
        Path lesson = oneLesson(config);
        String whole = Files.readString(lesson);
        Files.writeString(lesson, whole.substring(0, whole.lastIndexOf("### ")));
        Database database = TestDatabase.H2.open();
        new Office(database, "2026-11-16T09:00", "config=" + config)
                .enrolled(1, "李明")
                .studies();
        Files.writeString(lesson, whole);
        try (Office after = new Office(database, "2026-11-16T10:00", "config=" + config)) {
            Member li = after.stranger(1, "李明");
            li.studies();
            assertThat(li.streak()).isEqualTo(1);
            assertThat(after.panfeng().study.verification().run().differences()).isEmpty();
        }
    }

    private static Path oneLesson(Path config) throws IOException {
        Path lesson =
                Files.createDirectories(config.resolve("programmes/office")).resolve("08-procurement.zh.md");
        return Files.copy(Path.of("config/programmes/office/08-procurement.zh.md"), lesson);
    }

    private static List<Integer> streakOf(Office office) {
        return office.panfeng()
                .database
                .jdbi()
                .withHandle(handle -> handle.createQuery("select current_days from streak order by person_id")
                        .mapTo(Integer.class)
                        .list());
    }
}
