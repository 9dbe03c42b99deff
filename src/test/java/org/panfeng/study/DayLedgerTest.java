package org.panfeng.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.panfeng.study.Told.at;
import static org.panfeng.study.Told.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.panfeng.study.DayLedger.Entry;

/** What a day becomes, why, and on what that rests. */
class DayLedgerTest {
    private static final String MON = "2026-11-16";
    private static final String TUE = "2026-11-17";

    private static String entry(Told day, Streak before) {
        Entry entry = DayLedger.entry(day.facts(), before);
        return "%s %s %s"
                .formatted(
                        entry.state(),
                        entry.reason(),
                        entry.restsOn().map(Object::toString).orElse("nothing"));
    }

    private static String entry(Told day) {
        return entry(day, Streak.NONE);
    }

    @Test
    void anOpenDayIsNotOver() {
        assertThat(entry(day(MON).isOpen())).isEqualTo("OPEN NOT_OVER nothing");
    }

    @Test
    void anOpenDayIsDoneAtOnce() {
        assertThat(entry(day(MON).isOpen().done("2026-11-16T09:00"))).isEqualTo("DONE ANSWERED 2026-11-16T09:00:00Z");
    }

    @Test
    void aDayDoneLaterIsMadeUp() {
        assertThat(entry(day(MON).madeUp("2026-11-17T09:00"))).isEqualTo("MADE_UP MADE_UP 2026-11-17T09:00:00Z");
    }

    @Test
    void theSameDayHadItBeenMadeUp() {
        Told missed = day(MON);
        assertThat(missed.facts().madeUpAt(at("2026-11-17T09:00")))
                .isEqualTo(missed.madeUp("2026-11-17T09:00").facts());
    }

    @Test
    void doneOutranksEveryExcuse() {
        assertThat(entry(day(MON).enrolledOn(MON)
                        .away(Reason.LEAVE, "2026-11-18T09:00")
                        .withdrawn("2026-11-16T12:00")
                        .notDelivered()
                        .done("2026-11-16T09:00")))
                .startsWith("DONE");
    }

    @Test
    void anOpenDayIsNotExcusedYet() {
        assertThat(entry(day(MON).isOpen().away(Reason.LEAVE, "2026-11-10T09:00")))
                .startsWith("OPEN");
    }

    @Test
    void unansweredIsMissed() {
        assertThat(entry(day(MON))).isEqualTo("MISSED UNANSWERED 2026-11-16T08:30:00Z");
    }

    @Test
    void aFreezeIsSpentWhereOneIsHeld() {
        assertThat(entry(day(MON), new Streak(10, 10, 1))).isEqualTo("FROZEN FREEZE 2026-11-16T08:30:00Z");
        assertThat(entry(day(MON), new Streak(11, 11, 0))).startsWith("MISSED");
    }

    @Test
    void noFreezeIsSpentOnAnExcusedDay() {
        assertThat(entry(day(MON).away(Reason.LEAVE, "2026-11-10T09:00"), new Streak(10, 10, 1)))
                .startsWith("EXCUSED LEAVE");
    }

    @Test
    void theDayOfEnrolmentIsExcused() {
        assertThat(entry(day(MON).enrolledOn(MON))).isEqualTo("EXCUSED ENROLMENT_DAY 2026-11-16T07:00:00Z");
        assertThat(entry(day(TUE).enrolledOn(MON))).startsWith("MISSED");
    }

    @Test
    void leaveAndSuspensionExcuseSinceTheyWereDecided() {
        assertThat(entry(day(MON).away(Reason.LEAVE, "2026-11-18T09:00")))
                .isEqualTo("EXCUSED LEAVE 2026-11-18T09:00:00Z");
        assertThat(entry(day(MON).away(Reason.SUSPENDED, "2026-11-02T09:00")))
                .isEqualTo("EXCUSED SUSPENDED 2026-11-02T09:00:00Z");
    }

    @Test
    void aWithdrawnTaskExcuses() {
        assertThat(entry(day(MON).withdrawn("2026-11-16T12:00"))).isEqualTo("EXCUSED WITHDRAWN 2026-11-16T12:00:00Z");
    }

    @Test
    void theExcusesHaveAnOrder() {
        Told day = day(MON).notDelivered().withdrawn("2026-11-16T12:00");
        assertThat(entry(day)).startsWith("EXCUSED WITHDRAWN");
        assertThat(entry(day.away(Reason.LEAVE, "2026-11-10T09:00"))).startsWith("EXCUSED LEAVE");
        assertThat(entry(day.enrolledOn(MON))).startsWith("EXCUSED ENROLMENT_DAY");
    }

    @Test
    void aTaskThatNeverArrivedIsOurFault() {
        assertThat(entry(day(MON).notDelivered())).isEqualTo("EXCUSED NOT_DELIVERED nothing");
    }

    @Test
    void aTaskHasToArriveTwoHoursBeforeTheEnd() {
        assertThat(entry(day(MON).delivered("2026-11-17T02:00"))).startsWith("MISSED");
        assertThat(entry(day(MON).delivered("2026-11-17T02:01")))
                .isEqualTo("EXCUSED NOT_DELIVERED 2026-11-17T02:01:00Z");
    }

    @Test
    void whatArrivesAfterTheEndSaysNothingOfTheDay() {
        assertThat(entry(day(MON).delivered("2026-11-17T03:59")))
                .isEqualTo("EXCUSED NOT_DELIVERED 2026-11-17T03:59:00Z");
        assertThat(entry(day(MON).delivered("2026-11-17T04:00"))).isEqualTo("EXCUSED NOT_DELIVERED nothing");
    }

    @Test
    void blockingTheBotIsNotOurFault() {
        assertThat(entry(day(MON).notDelivered().isBlocked())).isEqualTo("MISSED UNANSWERED nothing");
    }

    @Test
    void aLedgerHasALineForEachDayInTheirOrder() {
        DayLedger.Replayed replayed = DayLedger.replay(Told.days(
                day(MON).done("2026-11-16T09:00"), day(TUE), day("2026-11-18").isOpen()));
        assertThat(replayed.entries())
                .extracting(Entry::day)
                .containsExactly(LocalDate.parse(MON), LocalDate.parse(TUE), LocalDate.parse("2026-11-18"));
        assertThat(replayed.entries())
                .extracting(Entry::state)
                .containsExactly(DayState.DONE, DayState.MISSED, DayState.OPEN);
        assertThat(replayed.streak()).isEqualTo(new Streak(0, 1, 0));
    }

    @Test
    void ofTwoMissedDaysOneFreezeCoversTheFirst() {
        DayLedger.Replayed replayed = DayLedger.replay(Told.days(
                done("2026-11-02"),
                done("2026-11-03"),
                done("2026-11-04"),
                done("2026-11-05"),
                done("2026-11-06"),
                done("2026-11-09"),
                done("2026-11-10"),
                done("2026-11-11"),
                done("2026-11-12"),
                done("2026-11-13"),
                day(MON),
                day(TUE)));
        assertThat(replayed.entries().subList(10, 12))
                .extracting(Entry::state)
                .containsExactly(DayState.FROZEN, DayState.MISSED);
    }

    private static Told done(String day) {
        return day(day).done(day + "T09:00");
    }

    @Test
    void nobodyHasALedgerBeforeTheFirstDay() {
        DayLedger.Replayed replayed = DayLedger.replay(List.of());
        assertThat(replayed.entries()).isEmpty();
        assertThat(replayed.streak()).isEqualTo(Streak.NONE);
    }

    @Test
    void theSameDayWithAnotherAbsence() {
        DayFacts.Away leave = new DayFacts.Away(Reason.LEAVE, at("2026-11-18T09:00"));
        DayFacts facts = day(MON).withdrawn("2026-11-16T12:00").facts();
        assertThat(facts.with(Optional.of(leave)).away()).contains(leave);
        assertThat(facts.with(Optional.of(leave)).with(Optional.empty())).isEqualTo(facts);
    }

    @Test
    void thereIsATimeBeforeEnrolment() {
        assertThat(day(MON).enrolledOn(TUE).facts().isBeforeEnrolment()).isTrue();
        assertThat(day(TUE).enrolledOn(TUE).facts().isBeforeEnrolment()).isFalse();
        assertThat(day("2026-11-18").enrolledOn(TUE).facts().isBeforeEnrolment())
                .isFalse();
    }
}
