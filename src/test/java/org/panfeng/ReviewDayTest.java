package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.storage.Database;

/** Study days for which no new lesson is left: old questions are practised, and everything else is as on any other day. */
class ReviewDayTest {
    /** Five lessons last for a week; the first review day is Monday the 23rd. */
    /** Somebody who has studied all five lessons and has begun the review on the Monday after. */
    private Member begins(Office office) {
        Member early = office.enrolled(1, "李明");
        studiesOn(office, early, 16, 17, 18, 19, 20);
        office.at("2026-11-23T09:00");
        return early.says("/today").presses("开始答题");
    }

    private static final String MONDAY = "2026-11-16T08:00";

    @TempDir
    private Path config;

    private SmallLessons lessons;

    @BeforeEach
    void fiveLessons() throws IOException {
        lessons = new SmallLessons(config).write(1, 5);
    }

    @ParameterizedTest
    @EnumSource
    void aReviewDayCountsLikeAnyStudyDay(TestDatabase database) {
        try (Office office = office(database.open(), MONDAY)) {
            Member li = office.enrolled(1, "李明");
            Member wang = office.enrolled(2, "王芳");
            studiesOn(office, li, 16, 17, 18, 19, 20);
            office.at("2026-11-23T08:29");
            li.forgets();
            office.at("2026-11-23T08:30");
            li.sees("# 温故知新")
                    .sees("- 第1课 · 创新")
                    .sees("- 第2课 · 作风")
                    .sees("- 第3课 · 本领")
                    .sees("- 第4课 · 标准")
                    .sees("4 道题");
            assertThat(askedOf(li)).isEqualTo(askedOf(wang)).hasSize(4);
            li.sees("出自《第").sees("🎉").sees("4 题");
            wang.forgets();
            Member zhang = office.enrolled(3, "张伟");
            zhang.sees("# 温故知新").presses("开始答题");
            office.at("2026-11-23T17:00");
            zhang.sees("还差 4 道题");
            wang.seesNothing();
            office.at("2026-11-24T08:00");
            assertThat(li.streak()).isEqualTo(6);
            assertThat(wang.streak()).isEqualTo(1);
            assertThat(zhang.streak()).isZero();
            li.says("/ranking").sees("| 1 | **李明** | 办公室 | 6 | 6 |");
            isVerified(office);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theQuestionsStayWhateverComesInThroughTheDayAndANewLessonComesFirstOnTheNext(TestDatabase database)
            throws IOException {
        Database kept = database.open();
        Office before = office(kept, MONDAY);
        Member early = before.enrolled(1, "李明");
        before.enrolled(2, "王芳");
        studiesOn(before, early, 16, 17, 18, 19, 20);
        before.at("2026-11-23T09:00");
        early.says("/today").presses("开始答题");
        List<String> asked =
                List.of(prompt(early.news()), prompt(early.answers().news()));
        early.answers();

        lessons.write(6, 6);
        try (Office after = office(kept, "2026-11-23T10:00")) {
            Member li = after.stranger(1, "李明");
            Member wang = after.stranger(2, "王芳");
            assertThat(askedOf(wang)).startsWith(asked.get(0), asked.get(1)).hasSize(4);
            li.studies().sees("🎉");
            assertThat(li.streak()).isEqualTo(6);
            after.at("2026-11-24T09:00");
            li.sees("# 第6课");
            after.at("2026-11-25T09:00");
            li.forgets().says("/today").sees("# 温故知新");
            isVerified(after);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aQuestionWhoseLessonIsGoneIsLeftOutAndTheOthersKeepTheirPlace(TestDatabase database) throws IOException {
        Database kept = database.open();
        Office before = office(kept, MONDAY);
        Member early = before.enrolled(1, "李明");
        before.enrolled(2, "王芳");
        studiesOn(before, early, 16, 17, 18, 19, 20);
        before.at("2026-11-23T09:00");
        early.says("/today").presses("开始答题").sees("第1课");
        early.answers().sees("第2课");
        var ofTheSecond = early.pressing(early.withButton("对").isPresent() ? "对" : "A");
        early.answers().sees("第3课");
        var ofTheThird = early.pressing(early.withButton("A").isPresent() ? "A" : "对");

        lessons.take(2);
        try (Office after = office(kept, "2026-11-23T10:00")) {
            Member li = after.stranger(1, "李明");
            Member wang = after.stranger(2, "王芳");
            after.receives(ofTheThird);
            li.sees("出自《第3课》");
            after.receives(ofTheSecond);
            li.says("/today").sees("共 3 题").studies().sees("3 题全部答对");
            assertThat(askedOf(wang)).hasSize(3).noneMatch(prompt -> prompt.contains("第2课"));
            after.at("2026-11-24T08:00");
            assertThat(li.streak()).isEqualTo(6);
            isVerified(after);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoHasAnsweredAllThatIsLeftHasDoneTheDay(TestDatabase database) throws IOException {
        Database kept = database.open();
        Office before = office(kept, MONDAY);
        Member early = begins(before).answers().answers().answers().sees("第4课");

        lessons.take(4);
        try (Office after = office(kept, "2026-11-23T10:00")) {
            Member li = after.stranger(1, "李明");
            after.at("2026-11-23T18:00");
            li.seesNothing();
            after.at("2026-11-24T08:00");
            assertThat(li.streak()).isEqualTo(6);
            isVerified(after);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theReminderCountsTheQuestionsThatAreLeft(TestDatabase database) throws IOException {
        Database kept = database.open();
        Office before = office(kept, MONDAY);
        Member early = begins(before).answers().answers().answers().sees("第4课");

        lessons.take(1);
        try (Office after = office(kept, "2026-11-23T10:00")) {
            Member li = after.stranger(1, "李明");
            after.at("2026-11-23T17:00");
            li.sees("还差 1 道题");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReviewOfWhichNothingIsLeftIsWithdrawnAndNewcomersGetAnother(TestDatabase database) throws IOException {
        Database kept = database.open();
        Office before = office(kept, MONDAY);
        Member early = before.enrolled(1, "李明");
        studiesOn(before, early, 16, 17, 18, 19, 20);
        before.at("2026-11-23T09:00");

        lessons.take(1, 2, 3, 4, 5);
        lessons.write(7, 7);
        try (Office after = office(kept, "2026-11-23T10:00")) {
            Member li = after.stranger(1, "李明");
            li.says("/today").sees("已经撤下");
            after.enrolled(2, "王芳").sees("# 第7课");
            after.at("2026-11-24T09:00");
            assertThat(li.streak()).isEqualTo(5);
            li.says("/today").sees("# 温故知新").studies();
            assertThat(li.streak()).isEqualTo(6);
            isVerified(after);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pushSendsAReviewToo(TestDatabase database) {
        try (Office office = office(database.open(), MONDAY)) {
            Member li = office.enrolled(1, "李明");
            studiesOn(office, li, 16, 17, 18, 19, 20);
            office.at("2026-11-23T07:00");
            office.admin().says("/push").sees("已发给 1 人");
            li.sees("# 温故知新").forgets();
            office.at("2026-11-23T12:00");
            li.seesNothing();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheOfficeGotWrongComesBackFirst(TestDatabase database) {
        try (Office office = office(database.open(), MONDAY)) {
            Member li = office.enrolled(1, "李明");
            for (int day = 16; day <= 20; day++) {
                office.at("2026-11-%dT09:00".formatted(day));
                li.says("/today").presses("开始答题");
                li.presses("A").presses(day == 17 ? "错" : "对").says(day == 17 ? "26" : "7");
            }
            office.at("2026-11-23T09:00");
            assertThat(askedOf(li)).containsExactly("第1课写几？", "第2课对不对？", "第3课写几？", "第4课写几？");
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneLessonIsEnoughForManyDaysAndNoTwoRunningAskTheSame(TestDatabase database) throws IOException {
        lessons.take(2, 3, 4, 5);
        try (Office office = office(database.open(), MONDAY)) {
            Member li = office.enrolled(1, "李明");
            List<String> yesterday = askedOf(li);
            for (int day = 17; day <= 20; day++) {
                office.at("2026-11-%dT09:00".formatted(day));
                List<String> today = askedOf(li);
                assertThat(today).isNotEmpty();
                assertThat(today.stream().sorted().toList())
                        .isNotEqualTo(yesterday.stream().sorted().toList());
                yesterday = today;
            }
            assertThat(li.streak()).isEqualTo(5);
            isVerified(office);
        }
    }

    @Test
    void daysThatAreWrittenAsIfTheyHadBeenLivedAreReviewsToo() {
        try (Office office = office(TestDatabase.H2.open(), "2026-11-16T07:00")) {
            Member li = office.enrolled(1, "李明");
            Random random = new Random(1);
            for (int day : new int[] {17, 18, 19, 20, 23, 24}) {
                office.panfeng().study.pastDays().live(LocalDate.of(2026, 11, day), person -> true, 0.5, random);
            }
            office.at("2026-11-25T08:30");
            li.sees("# 温故知新");
            assertThat(li.streak()).isEqualTo(6);
            isVerified(office);
        }
    }

    private Office office(Database database, String now) {
        return new Office(database, now, "config=" + config);
    }

    private static void studiesOn(Office office, Member member, int... days) {
        for (int day : days) {
            office.at("2026-11-%dT09:00".formatted(day));
            member.studies();
        }
    }

    /** Does the day and tells which questions there were. */
    private static List<String> askedOf(Member member) {
        List<Member.Shown> before = member.chat();
        member.studies();
        return member.chat().stream()
                .skip(before.size())
                .map(Member.Shown::text)
                .filter(text -> text.contains("题 / 共"))
                .map(text -> prompt(List.of(text)))
                .distinct()
                .toList();
    }

    private static String prompt(List<String> news) {
        String question = news.get(news.size() - 1);
        return question.substring(question.indexOf("<b>") + 3, question.indexOf("</b>"));
    }

    private static void isVerified(Office office) {
        assertThat(office.panfeng().study.verification().run().differences()).isEmpty();
    }
}
