package org.panfeng.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.panfeng.programme.CalendarChange.Kind.HOLIDAY;
import static org.panfeng.programme.CalendarChange.Kind.PAUSE;
import static org.panfeng.programme.CalendarChange.Kind.STUDY;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panfeng.calendar.CalendarPlan.What;
import org.panfeng.chat.ButtonData;
import org.panfeng.programme.CalendarChange;
import org.panfeng.programme.OfficeDays;
import org.panfeng.programme.StudyCalendar;
import org.panfeng.programme.Timetable;

/** What a change of the calendar changes, and how it travels in a button. */
class CalendarPlanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    private static final Timetable TIMETABLE = new Timetable(
            ZoneId.of("Asia/Shanghai"), LocalTime.of(4, 0), StudyCalendar.everyDay(), null, TODAY.plusDays(20));

    private static CalendarEffect effect(CalendarPlan plan, CalendarChange... present) {
        return plan.effect(TIMETABLE, new OfficeDays(StudyCalendar.everyDay(), List.of(present)), TODAY);
    }

    private static CalendarChange holiday(long id, int from, int to) {
        return new CalendarChange(id, HOLIDAY, TODAY.plusDays(from), TODAY.plusDays(to), "");
    }

    private static List<LocalDate> days(int from, int to) {
        return new ArrayList<>(
                TODAY.plusDays(from).datesUntil(TODAY.plusDays(to + 1L)).toList());
    }

    @Test
    void aHolidayDropsItsDaysWithinTheProgramme() {
        CalendarEffect effect = effect(new CalendarPlan(What.ADD, holiday(CalendarChange.NEW, 19, 22)));
        assertThat(effect.dropped()).isEqualTo(days(19, 20));
        assertThat(effect.added()).isEmpty();
        assertThat(effect.isNone()).isFalse();
    }

    @Test
    void whatIsSoAlreadyChangesNothing() {
        CalendarPlan again = new CalendarPlan(What.ADD, holiday(CalendarChange.NEW, 1, 2));
        assertThat(effect(again, holiday(1, 0, 3)).isNone()).isTrue();
    }

    @Test
    void undoingBringsTheDaysBackUnlessAnotherEntryCoversThem() {
        CalendarChange one = holiday(1, 1, 2);
        assertThat(effect(new CalendarPlan(What.UNDO, one), one).added()).isEqualTo(days(1, 2));
        assertThat(effect(new CalendarPlan(What.UNDO, one), one, holiday(2, 2, 4))
                        .added())
                .isEqualTo(days(1, 1));
    }

    @Test
    void whatIsStudiedBeforeAndAfterIsNoEffect() {
        CalendarChange one = holiday(1, 1, 3);
        CalendarChange study = new CalendarChange(2, STUDY, TODAY.plusDays(2), TODAY.plusDays(2), "");
        CalendarEffect effect = effect(new CalendarPlan(What.UNDO, one), one, study);
        assertThat(effect.added()).containsExactly(TODAY.plusDays(1), TODAY.plusDays(3));
        assertThat(effect.dropped()).isEmpty();
    }

    @Test
    void aPauseThatHasBegunLeavesItsPastWhenItEnds() {
        CalendarChange pause = new CalendarChange(1, PAUSE, TODAY.minusDays(3), null, "");
        CalendarEffect effect = effect(new CalendarPlan(What.RESUME, pause), pause);
        assertThat(effect.added()).isEqualTo(days(0, 20));
        assertThat(effect.dropped()).isEmpty();
        assertThat(effect(new CalendarPlan(What.UNDO, pause), pause).added()).isEqualTo(days(-3, 20));
    }

    @Test
    void aPauseOfTodayIsUndoneWhenItEnds() {
        CalendarChange pause = new CalendarChange(1, PAUSE, TODAY, TODAY.plusDays(4), "");
        assertThat(effect(new CalendarPlan(What.RESUME, pause), pause).added()).isEqualTo(days(0, 4));
    }

    @Test
    void theEffectOnThePastIsThePartBeforeADate() {
        CalendarEffect effect = new CalendarEffect(days(-2, 1), days(-1, 0));
        assertThat(effect.before(TODAY)).isEqualTo(new CalendarEffect(days(-2, -1), days(-1, -1)));
        assertThat(effect.before(TODAY.minusDays(2)).isNone()).isTrue();
        assertThat(new CalendarEffect(List.of(), days(0, 0)).isNone()).isFalse();
    }

    @Test
    void anEntryTravelsInAButton() {
        for (CalendarChange change : List.of(
                new CalendarChange(CalendarChange.NEW, HOLIDAY, TODAY, TODAY.plusDays(2), "元旦: 又一年"),
                new CalendarChange(CalendarChange.NEW, STUDY, TODAY, TODAY, ""),
                new CalendarChange(CalendarChange.NEW, PAUSE, TODAY, null, ""))) {
            assertThat(CalendarData.change(data(CalendarData.of(change)), 0)).isEqualTo(change);
        }
    }

    @Test
    void whatAClientMakesUpIsAtLeastAnEntry() {
        assertThat(CalendarData.change(data("0:20000:0"), 0).last()).isEqualTo(LocalDate.ofEpochDay(20000));
        assertThat(CalendarData.change(data("0:20000:1:" + "长".repeat(15)), 0).name())
                .isEmpty();
    }

    @Test
    void namesAreOneLineAndFitIntoAButton() {
        assertThat(CalendarData.name(" Sports\n day ")).contains("Sports day");
        assertThat(CalendarData.name("长".repeat(14))).contains("长".repeat(14));
        assertThat(CalendarData.name("长".repeat(15))).isEmpty();
        assertThat(CalendarData.name(" \n ")).isEmpty();
    }

    private static ButtonData data(String parts) {
        return new ButtonData(List.of(parts.split(":", -1)));
    }
}
