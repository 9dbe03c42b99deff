package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.storage.Database;

/** Whether and when the admins hear that the new lessons run low, and that they have run out. */
class LessonShortageTest {
    private static final String LOW = "新课快学完了";
    private static final String OUT = "新课已经学完";
    /** A Monday; twelve lessons last until Tuesday 17 November, so two weeks before the last is Tuesday 3 November. */
    private static final String BEGIN = "2026-11-02T08:00";

    @TempDir
    private Path config;

    private SmallLessons lessons;

    @BeforeEach
    void twelveLessons() throws IOException {
        lessons = new SmallLessons(config).write(1, 12);
    }

    @ParameterizedTest
    @EnumSource
    void theAdminsAreToldOnceTwoWeeksBeforeAndOnceWhenReviewsBegin(TestDatabase database) {
        try (Office office = office(database.open(), BEGIN)) {
            Member admin = withAdmin(office);
            office.at("2026-11-03T08:29");
            hears(admin, 0, 0);
            office.at("2026-11-03T08:30");
            hears(admin, 1, 0);
            admin.sees("还有 11 课").sees("11月17日 周二").sees("programmes/office");
            office.at("2026-11-18T08:29");
            hears(admin, 1, 0);
            office.at("2026-11-18T08:30");
            hears(admin, 1, 1);
            office.at("2026-11-27T12:00");
            hears(admin, 1, 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBotThatWasDownTellsItLaterButNotInTheNight(TestDatabase database) {
        try (Office office = office(database.open(), BEGIN)) {
            Member admin = withAdmin(office);
            office.at("2026-11-02T20:00").sleepsUntil("2026-11-03T23:30").hears();
            office.sleepsUntil("2026-11-04T03:59").hears();
            hears(admin, 0, 0);
            office.at("2026-11-04T08:30");
            hears(admin, 1, 0);
            office.at("2026-11-17T20:00").sleepsUntil("2026-11-18T13:00").hears();
            hears(admin, 1, 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLaterShortageIsToldAgain(TestDatabase database) throws IOException {
        Database kept = database.open();
        Office before = office(kept, BEGIN);
        hears(withAdmin(before), 0, 0);
        before.at("2026-11-04T12:00");
        hears(before.admin(), 1, 0);

        lessons.write(13, 24);
        try (Office after = office(kept, "2026-11-04T13:00")) {
            Member admin = after.admin();
            after.at("2026-11-18T12:00");
            hears(admin, 0, 0);
            after.at("2026-11-20T12:00");
            hears(admin, 1, 0);
            after.at("2026-12-04T12:00");
            hears(admin, 1, 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void tooFewNewLessonsAreTheSameShortageUntilItHasRunOut(TestDatabase database) throws IOException {
        Database kept = database.open();
        Office first = office(kept, BEGIN);
        withAdmin(first);
        first.at("2026-11-16T12:00");
        hears(first.admin(), 1, 0);

        lessons.write(13, 14);
        Office second = office(kept, "2026-11-16T13:00");
        Member told = second.admin();
        second.at("2026-11-20T12:00");
        hears(told, 0, 1);

        lessons.write(15, 16);
        try (Office third = office(kept, "2026-11-20T13:00")) {
            Member admin = third.admin();
            third.at("2026-11-23T12:00");
            admin.sees("还有 2 课").sees("11月24日");
            third.at("2026-11-27T12:00");
            hears(admin, 1, 1);
        }
    }

    @Test
    void whereTheProgrammeEndsWithTheLessonsNobodyIsTold() {
        try (Office office = office(TestDatabase.H2.open(), BEGIN, "programme.last-day=2026-11-17")) {
            Member admin = withAdmin(office);
            admin.says("/status").sees("12 课没学过，够学到这一期结束");
            office.at("2026-11-20T12:00");
            hears(admin, 0, 0);
        }
    }

    @Test
    void beforeALongHolidayItIsToldInGoodTime() throws IOException {
        lessons.write(13, 14);
        try (Office office = office(TestDatabase.H2.open(), "2026-09-28T08:00")) {
            Member admin = withAdmin(office);
            office.at("2026-09-30T12:00");
            // The next study day is Thursday 8 October, and that is less than two weeks before.
            hears(admin, 1, 0);
            admin.sees("10月21日");
        }
    }

    @Test
    void aProgrammeWithFewLessonsSaysSoOnItsFirstMorning() throws IOException {
        lessons.take(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        try (Office office = office(TestDatabase.H2.open(), BEGIN)) {
            Member admin = withAdmin(office);
            office.at("2026-11-02T08:30");
            admin.sees("还有 1 课").sees("11月2日");
        }
    }

    @Test
    void withoutAnAdminNothingBreaksAndTheFirstOneHearsOfIt() {
        try (Office office = office(TestDatabase.H2.open(), BEGIN)) {
            Member li = office.enrolled(1, "李明");
            office.at("2026-11-05T09:00");
            li.sees("# 第4课");
            office.admin().says("/start");
            office.at("2026-11-05T17:00");
            hears(office.admin(), 1, 0);
            hears(li, 0, 0);
        }
    }

    @Test
    void whereNobodyStudiesNothingRunsLow() {
        try (Office office = office(TestDatabase.H2.open(), BEGIN)) {
            office.admin().says("/start");
            office.at("2026-11-20T12:00");
            hears(office.admin(), 0, 0);
        }
    }

    @Test
    void statusShowsHowLongTheLessonsLast() {
        try (Office office = office(TestDatabase.H2.open(), BEGIN)) {
            Member admin = withAdmin(office);
            admin.says("/status").sees("课程：12 课没学过，最后一课在11月17日，之后复习");
            office.at("2026-11-07T12:00");
            admin.says("/status").sees("课程：7 课没学过，最后一课在11月17日");
            office.at("2026-11-17T12:00");
            admin.says("/status").sees("课程：1 课没学过，最后一课在11月17日");
            office.at("2026-11-19T12:00");
            admin.says("/status").sees("课程：11月17日之后没有新课，正在复习旧题");
        }
    }

    private Office office(Database database, String now, String... settings) {
        String[] all = java.util.Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "config=" + config;
        return new Office(database, now, all);
    }

    /** Somebody studies, and there is an admin who does not. */
    private static Member withAdmin(Office office) {
        office.enrolled(1, "李明");
        return office.admin().says("/start");
    }

    /** How often the admin has heard either so far. */
    private static void hears(Member admin, int low, int out) {
        assertThat(admin.chat()).filteredOn(shown -> shown.text().contains(LOW)).hasSize(low);
        assertThat(admin.chat()).filteredOn(shown -> shown.text().contains(OUT)).hasSize(out);
    }
}
