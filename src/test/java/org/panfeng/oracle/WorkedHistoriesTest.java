package org.panfeng.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The worked cases of the rules, as histories. */
class WorkedHistoriesTest {
    /** Case 7: ten study days in a row. */
    private static Diary tenDone() {
        return new Diary("2026-11-09T08:00").doneFrom("2026-11-09", "2026-11-20");
    }

    private static Diary fiveDone() {
        return new Diary("2026-11-09T08:00").doneFrom("2026-11-09", "2026-11-13");
    }

    @Test
    void case1AnOpenDayNeitherAddsNorBreaks() {
        assertThat(fiveDone().at("2026-11-16T10:00").streak()).isEqualTo(5);
        assertThat(fiveDone().on("2026-11-16", "2026-11-16T10:00")).isEqualTo("OPEN NOT_OVER");
    }

    @Test
    void case2DoneLateInTheEvening() {
        Diary diary = fiveDone().finished("2026-11-16", "2026-11-16T23:50");
        assertThat(diary.at("2026-11-16T23:50").streak()).isEqualTo(6);
    }

    @Test
    void case3DoneAMinuteBeforeTheEnd() {
        Diary diary = fiveDone().finished("2026-11-16", "2026-11-17T03:59");
        assertThat(diary.at("2026-11-17T03:59").streak()).isEqualTo(6);
        assertThat(diary.on("2026-11-16", "2026-11-17T04:00")).isEqualTo("DONE ANSWERED");
    }

    @Test
    void case4DoneFromTheEndOnBelongsToTuesdayAndMondayCanBeMadeUp() {
        Diary diary = fiveDone().finished("2026-11-17", "2026-11-17T04:00");
        assertThat(diary.on("2026-11-16", "2026-11-17T04:00")).isEqualTo("MISSED UNANSWERED");
        assertThat(diary.at("2026-11-17T04:00").streak()).isEqualTo(1);
        diary.finished("2026-11-16", "2026-11-17T09:00");
        assertThat(diary.on("2026-11-16", "2026-11-17T09:00")).isEqualTo("MADE_UP MADE_UP");
        assertThat(diary.at("2026-11-17T09:00").streak()).isEqualTo(7);
    }

    @Test
    void case5HolidaysDoNotExistAndAMakeUpWorkingDayDoes() {
        Diary diary = new Diary("2026-09-30T08:00").done("2026-09-30", "2026-10-08", "2026-10-09");
        assertThat(diary.at("2026-10-09T13:00").streak()).isEqualTo(3);
        assertThat(diary.at("2026-10-11T03:59").streak()).isEqualTo(3);
        assertThat(diary.at("2026-10-11T04:00").streak()).isZero();
        assertThat(diary.at("2026-10-11T04:00").longest()).isEqualTo(3);
    }

    @Test
    void case6TheTenthDayEarnsAFreezeThatTheNextSpends() {
        Diary diary = new Diary("2026-09-20T08:00").doneFrom("2026-09-20", "2026-10-09");
        assertThat(diary.at("2026-10-10T10:00").freezes()).isEqualTo(1);
        assertThat(diary.at("2026-10-11T04:00").streak()).isEqualTo(10);
        assertThat(diary.at("2026-10-11T04:00").freezes()).isZero();
        assertThat(diary.on("2026-10-10", "2026-10-11T04:00")).isEqualTo("FROZEN FREEZE");
    }

    @Test
    void case7TenInARowEarnOneFreeze() {
        Oracle.Result result = tenDone().at("2026-11-20T13:00");
        assertThat(result.streak()).isEqualTo(10);
        assertThat(result.freezes()).isEqualTo(1);
        assertThat(result.counted()).isEqualTo(10);
    }

    @Test
    void case8AMissedDayCostsTheFreeze() {
        Oracle.Result result = tenDone().done("2026-11-24").at("2026-11-24T13:00");
        assertThat(result.streak()).isEqualTo(11);
        assertThat(result.freezes()).isZero();
    }

    @Test
    void case9ADayMadeUpGivesItsFreezeBack() {
        Diary diary = tenDone().finished("2026-11-23", "2026-11-24T09:00");
        assertThat(diary.on("2026-11-23", "2026-11-24T08:59")).isEqualTo("FROZEN FREEZE");
        Oracle.Result result = diary.done("2026-11-24").at("2026-11-24T13:00");
        assertThat(result.streak()).isEqualTo(12);
        assertThat(result.freezes()).isEqualTo(1);
    }

    @Test
    void case10LeaveEnteredAfterwards() {
        Diary diary = new Diary("2026-11-11T08:00")
                .doneFrom("2026-11-11", "2026-11-16")
                .leave("2026-11-17", "2026-11-17", "2026-11-19T10:00")
                .done("2026-11-18");
        assertThat(diary.at("2026-11-19T09:59").streak()).isEqualTo(1);
        assertThat(diary.at("2026-11-19T10:00").streak()).isEqualTo(5);
        assertThat(diary.on("2026-11-17", "2026-11-19T10:00")).isEqualTo("EXCUSED LEAVE");
    }

    @Test
    void case11WhatCouldNotBeDeliveredIsExcused() {
        Diary diary = new Diary("2026-11-11T08:00")
                .doneFrom("2026-11-11", "2026-11-16")
                .notDelivered("2026-11-17");
        assertThat(diary.on("2026-11-17", "2026-11-18T09:00")).isEqualTo("EXCUSED NOT_DELIVERED");
        assertThat(diary.at("2026-11-18T09:00").streak()).isEqualTo(4);
    }

    @Test
    void case12TheDayOfEnrolmentIsExcusedAndThereIsNoneBefore() {
        Diary diary = new Diary("2026-11-11T15:00").done("2026-11-12");
        Oracle.Result result = diary.at("2026-11-12T13:00");
        assertThat(result.streak()).isEqualTo(1);
        assertThat(result.lines()).hasSize(2);
        assertThat(diary.on("2026-11-10", "2026-11-12T13:00")).isEqualTo("none");
        assertThat(diary.on("2026-11-11", "2026-11-12T13:00")).isEqualTo("EXCUSED ENROLMENT_DAY");
    }

    @Test
    void case13TheThirdOfAMonthIsRefused() {
        Diary diary = new Diary("2026-11-02T08:00")
                .done("2026-11-02")
                .finished("2026-11-03", "2026-11-04T09:00")
                .finished("2026-11-10", "2026-11-12T09:00")
                .finished("2026-11-17", "2026-11-18T09:00");
        assertThat(diary.on("2026-11-03", "2026-11-18T10:00")).isEqualTo("MADE_UP MADE_UP");
        assertThat(diary.on("2026-11-10", "2026-11-18T10:00")).isEqualTo("MADE_UP MADE_UP");
        assertThat(diary.on("2026-11-17", "2026-11-18T10:00")).isEqualTo("MISSED UNANSWERED");
    }

    @Test
    void case14ALessonWithdrawnAtNoonTakesNothingAwayAndExcuses() {
        Diary done = fiveDone().finished("2026-11-17", "2026-11-17T09:00").withdrawn("2026-11-17", "2026-11-17T12:00");
        Diary not = fiveDone().withdrawn("2026-11-17", "2026-11-17T12:00");
        assertThat(done.on("2026-11-17", "2026-11-18T09:00")).isEqualTo("DONE ANSWERED");
        assertThat(not.on("2026-11-17", "2026-11-18T09:00")).isEqualTo("EXCUSED WITHDRAWN");
    }

    @Test
    void case15SpringFestival() {
        Diary diary = new Diary("2026-02-13T08:00").doneFrom("2026-02-13", "2026-02-28");
        TreeSet<Integer> days = new TreeSet<>();
        diary.at("2026-02-28T13:00").lines().stream()
                .map(Oracle.Line::day)
                .map(LocalDate::getDayOfMonth)
                .forEach(days::add);
        assertThat(days).containsExactly(13, 14, 24, 25, 26, 27, 28);
    }
}
