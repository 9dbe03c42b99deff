package org.panfeng.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The edges of the rules that the worked cases leave out. */
class OracleTest {
    private static Diary inNovember() {
        return new Diary("2026-11-02T08:00");
    }

    @Test
    void deliveredExactlyTwoHoursBeforeTheEndIsInTime() {
        assertThat(inNovember().delivered("2026-11-03", "2026-11-04T02:00").on("2026-11-03", "2026-11-04T04:00"))
                .isEqualTo("MISSED UNANSWERED");
        assertThat(inNovember().delivered("2026-11-03", "2026-11-04T02:00:01").on("2026-11-03", "2026-11-04T04:00"))
                .isEqualTo("EXCUSED NOT_DELIVERED");
    }

    @Test
    void keepingTheBotOutIsNotOurFault() {
        assertThat(inNovember().notDelivered("2026-11-03").blocked("2026-11-03").on("2026-11-03", "2026-11-04T04:00"))
                .isEqualTo("MISSED UNANSWERED");
    }

    @Test
    void ofSeveralExcusesTheFirstIsNamed() {
        Diary diary = inNovember().notDelivered("2026-11-03");
        assertThat(diary.on("2026-11-03", "2026-11-05T10:00")).isEqualTo("EXCUSED NOT_DELIVERED");
        assertThat(diary.withdrawn("2026-11-03", "2026-11-03T09:00").on("2026-11-03", "2026-11-05T10:00"))
                .isEqualTo("EXCUSED WITHDRAWN");
        assertThat(diary.leave("2026-11-02", "2026-11-04", "2026-11-03T09:00").on("2026-11-03", "2026-11-05T10:00"))
                .isEqualTo("EXCUSED LEAVE");
        diary.away("2026-11-02", null, true, "2026-11-04T09:00", null);
        assertThat(diary.on("2026-11-03", "2026-11-05T10:00")).isEqualTo("EXCUSED SUSPENDED");
        assertThat(diary.on("2026-11-02", "2026-11-05T10:00")).isEqualTo("EXCUSED ENROLMENT_DAY");
    }

    @Test
    void leaveCountsFromWhenItIsValidUntilItIsCancelled() {
        Diary diary = inNovember().away("2026-11-03", "2026-11-03", false, "2026-11-05T09:00", "2026-11-06T09:00");
        assertThat(diary.on("2026-11-03", "2026-11-05T08:59:59")).isEqualTo("MISSED UNANSWERED");
        assertThat(diary.on("2026-11-03", "2026-11-05T09:00")).isEqualTo("EXCUSED LEAVE");
        assertThat(diary.on("2026-11-03", "2026-11-06T09:00")).isEqualTo("MISSED UNANSWERED");
        assertThat(diary.on("2026-11-04", "2026-11-05T09:00")).isEqualTo("MISSED UNANSWERED");
    }

    @Test
    void aSuspensionGoesOn() {
        Diary diary = inNovember().away("2026-11-04", null, true, "2026-11-04T09:00", null);
        assertThat(diary.on("2026-11-03", "2026-11-30T09:00")).isEqualTo("MISSED UNANSWERED");
        assertThat(diary.on("2026-11-27", "2026-11-30T09:00")).isEqualTo("EXCUSED SUSPENDED");
    }

    @Test
    void aDayThatClosesLateIsOpenUntilThen() {
        Diary diary = inNovember().closed("2026-11-03", "2026-11-04T09:30").finished("2026-11-03", "2026-11-04T09:29");
        assertThat(diary.on("2026-11-03", "2026-11-04T09:28")).isEqualTo("OPEN NOT_OVER");
        assertThat(diary.on("2026-11-03", "2026-11-04T09:29")).isEqualTo("DONE ANSWERED");
    }

    @Test
    void whatIsFinishedWhenTheDayClosesIsTooLate() {
        assertThat(inNovember().finished("2026-11-03", "2026-11-04T04:00").on("2026-11-03", "2026-11-04T04:00"))
                .isEqualTo("MADE_UP MADE_UP");
    }

    @Test
    void makingUpIsPossibleUntilTheSecondStudyDayAfterHasClosed() {
        assertThat(inNovember().finished("2026-11-03", "2026-11-06T03:59:59").on("2026-11-03", "2026-11-06T04:00"))
                .isEqualTo("MADE_UP MADE_UP");
        assertThat(inNovember().finished("2026-11-03", "2026-11-06T04:00").on("2026-11-03", "2026-11-06T04:00"))
                .isEqualTo("MISSED UNANSWERED");
    }

    @Test
    void beforeAWeekendTheSecondDayMayCloseLate() {
        Diary diary = inNovember().closed("2026-11-06", "2026-11-07T12:00").finished("2026-11-04", "2026-11-07T11:59");
        assertThat(diary.on("2026-11-04", "2026-11-07T12:00")).isEqualTo("MADE_UP MADE_UP");
    }

    @Test
    void aThirdStudyDayThatHasBegunEndsItAlsoWhereTheSecondIsOpen() {
        Diary diary = inNovember().closed("2026-11-05", "2026-11-06T12:00").finished("2026-11-03", "2026-11-06T09:00");
        assertThat(diary.on("2026-11-03", "2026-11-06T12:00")).isEqualTo("MISSED UNANSWERED");
    }

    @Test
    void theMonthIsThatOfTheMissedDay() {
        Diary diary = inNovember()
                .finished("2026-11-26", "2026-11-27T09:00")
                .finished("2026-11-30", "2026-12-01T09:00")
                .finished("2026-12-01", "2026-12-02T09:00");
        assertThat(diary.on("2026-12-01", "2026-12-02T09:00")).isEqualTo("MADE_UP MADE_UP");
        assertThat(diary.at("2026-12-02T09:00").counted()).isEqualTo(3);
    }

    @Test
    void madeUpStaysWhateverIsEnteredLater() {
        Diary diary = inNovember()
                .finished("2026-11-03", "2026-11-04T09:00")
                .leave("2026-11-03", "2026-11-03", "2026-11-04T10:00")
                .withdrawn("2026-11-03", "2026-11-04T10:00")
                .changes("2026-11-03", false, "2026-11-04T10:00");
        assertThat(diary.on("2026-11-03", "2026-11-05T10:00")).isEqualTo("MADE_UP MADE_UP");
    }

    @Test
    void whatIsExcusedIsNotMadeUp() {
        Diary diary = inNovember()
                .leave("2026-11-03", "2026-11-03", "2026-11-03T10:00")
                .finished("2026-11-03", "2026-11-04T09:00");
        assertThat(diary.on("2026-11-03", "2026-11-05T10:00")).isEqualTo("EXCUSED LEAVE");
    }

    @Test
    void aRefusedMakeUpChangesNothingLater() {
        Diary diary = inNovember()
                .away("2026-11-03", "2026-11-03", false, "2026-11-03T10:00", "2026-11-04T10:00")
                .finished("2026-11-03", "2026-11-04T09:00");
        assertThat(diary.on("2026-11-03", "2026-11-05T10:00")).isEqualTo("MISSED UNANSWERED");
    }

    @Test
    void aDayThatIsNoStudyDayAnyMoreHasNoLineUnlessItWasDone() {
        Diary diary = inNovember().done("2026-11-03");
        diary.changes("2026-11-03", false, "2026-11-05T10:00").changes("2026-11-04", false, "2026-11-05T10:00");
        assertThat(diary.on("2026-11-03", "2026-11-05T10:00")).isEqualTo("DONE ANSWERED");
        assertThat(diary.on("2026-11-04", "2026-11-05T09:59")).isEqualTo("MISSED UNANSWERED");
        assertThat(diary.on("2026-11-04", "2026-11-05T10:00")).isEqualTo("none");
    }

    @Test
    void atMostTwoFreezesAreHeld() {
        Oracle.Result result = new Diary("2026-03-02T08:00")
                .doneFrom("2026-03-02", "2026-04-17")
                .at("2026-04-17T13:00");
        assertThat(result.streak()).isEqualTo(35);
        assertThat(result.freezes()).isEqualTo(2);
    }

    @Test
    void aFreezeThatIsGivenBackCoversALaterDay() {
        Diary diary = inNovember().doneFrom("2026-11-02", "2026-11-13");
        assertThat(diary.on("2026-11-17", "2026-11-18T04:00")).isEqualTo("MISSED UNANSWERED");
        diary.finished("2026-11-16", "2026-11-18T09:00");
        assertThat(diary.on("2026-11-17", "2026-11-18T09:00")).isEqualTo("FROZEN FREEZE");
        assertThat(diary.at("2026-11-18T09:00").streak()).isEqualTo(11);
    }

    @Test
    void aMissedDayBeginsTheStreakAnewAndKeepsTheLongest() {
        Oracle.Result result = inNovember()
                .doneFrom("2026-11-02", "2026-11-05")
                .done("2026-11-09")
                .at("2026-11-09T13:00");
        assertThat(result.streak()).isEqualTo(1);
        assertThat(result.longest()).isEqualTo(4);
    }

    @Test
    void theNightOfEnrolmentBelongsToTheDayBefore() {
        assertThat(new Diary("2026-11-03T03:59").on("2026-11-02", "2026-11-03T04:00"))
                .isEqualTo("EXCUSED ENROLMENT_DAY");
    }

    @Test
    void aGapIsLeftAtItsEndAndAnOverlapIsTakenWhereItBegins() {
        StudyDays newYork = new StudyDays(ZoneId.of("America/New_York"), LocalTime.of(2, 30));
        assertThat(newYork.start(LocalDate.parse("2026-03-08"))).isEqualTo(Instant.parse("2026-03-08T07:00:00Z"));
        StudyDays atOne = new StudyDays(ZoneId.of("America/New_York"), LocalTime.of(1, 30));
        assertThat(atOne.start(LocalDate.parse("2026-11-01"))).isEqualTo(Instant.parse("2026-11-01T05:30:00Z"));
    }
}
