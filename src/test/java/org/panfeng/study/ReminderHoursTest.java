package org.panfeng.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.panfeng.programme.StudyCalendar;
import org.panfeng.programme.Timetable;

/** At which hours somebody may be reminded. */
class ReminderHoursTest {
    private static final LocalDate MON = LocalDate.of(2026, 11, 16);

    private static ReminderHours hours(String usual) {
        Timetable timetable = new Timetable(ZoneOffset.UTC, LocalTime.of(4, 0), StudyCalendar.everyDay(), null, null);
        return new ReminderHours(timetable, LocalTime.parse(usual));
    }

    private static String roundAt(ReminderHours hours, String local) {
        return hours.at(MON, Told.at(local)).map(Enum::name).orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "17:00,20:00",
        "18:29,21:29",
        "18:30,21:30",
        "20:00,21:30",
        "21:29,21:30",
        "21:30,21:30",
        "23:00,23:00",
        "01:00,04:00"
    })
    void theLateRoundIsThreeHoursLaterButNotInTheNight(String usual, String late) {
        assertThat(hours(usual).times()).containsExactly(LocalTime.parse(usual), LocalTime.parse(late));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-16T16:59,none",
        "2026-11-16T17:00,USUAL",
        "2026-11-16T19:59,USUAL",
        "2026-11-16T20:00,LATE",
        "2026-11-16T22:30,LATE",
        "2026-11-16T22:31,none",
        "2026-11-17T00:00,none"
    })
    void theLatestRoundThatHasComeIsCaughtUpUntilPeopleSleep(String local, String round) {
        assertThat(roundAt(hours("17:00"), local)).isEqualTo(round);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-16T10:59,USUAL", "2026-11-16T11:00,LATE", "2026-11-16T14:59,LATE", "2026-11-16T15:00,none"})
    void aReminderThatIsFourHoursLateIsLeftOut(String local, String round) {
        assertThat(roundAt(hours("08:00"), local)).isEqualTo(round);
    }

    @Test
    void anOfficeThatWorksAtNightIsRemindedAtNight() {
        assertThat(roundAt(hours("23:00"), "2026-11-16T23:30")).isEqualTo("LATE");
        assertThat(roundAt(hours("23:00"), "2026-11-17T02:59")).isEqualTo("LATE");
        assertThat(roundAt(hours("23:00"), "2026-11-17T03:00")).isEqualTo("none");
    }
}
