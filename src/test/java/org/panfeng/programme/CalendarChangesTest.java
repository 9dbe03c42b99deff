package org.panfeng.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.panfeng.programme.CalendarChange.Kind.HOLIDAY;
import static org.panfeng.programme.CalendarChange.Kind.PAUSE;

import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.OpenDatabase;
import org.panfeng.TestDatabase;

/** The office's own entries as they are kept. */
class CalendarChangesTest {
    private static final LocalDate MON = LocalDate.of(2026, 11, 16);
    private static final Instant NOW = Instant.parse("2026-11-15T01:00:00Z");

    private static CalendarChange holiday() {
        return new CalendarChange(CalendarChange.NEW, HOLIDAY, MON, MON.plusDays(1), "运动会");
    }

    private static CalendarChanges changes(Jdbi jdbi, String programme) {
        return new CalendarChanges(jdbi, programme, new OfficeCalendar(StudyCalendar.everyDay()));
    }

    @ParameterizedTest
    @EnumSource
    void anEntryShowsOnceItIsCommittedAndAtOtherNodesOnceTheyLook(TestDatabase database) {
        Jdbi jdbi = OpenDatabase.of(database).jdbi();
        CalendarChanges here = changes(jdbi, "office");
        CalendarChanges there = changes(jdbi, "office");
        jdbi.useTransaction(handle -> {
            here.add(holiday(), 999, NOW);
            assertThat(here.calendar().isWorkingDay(MON)).isTrue();
        });
        assertThat(here.calendar().isWorkingDay(MON)).isFalse();
        assertThat(there.calendar().isWorkingDay(MON)).isTrue();
        there.refresh();
        assertThat(there.calendar().days().changes())
                .isEqualTo(here.calendar().days().changes());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRolledBackNeverShows(TestDatabase database) {
        Jdbi jdbi = OpenDatabase.of(database).jdbi();
        CalendarChanges changes = changes(jdbi, "office");
        assertThatThrownBy(() -> jdbi.useTransaction(handle -> {
                    changes.add(holiday(), 999, NOW);
                    throw new IllegalStateException("something else went wrong");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(changes.calendar().isWorkingDay(MON)).isTrue();
        changes.refresh();
        assertThat(changes.calendar().isWorkingDay(MON)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void anEntryIsUndoneOnceAndOnlyInItsOwnProgramme(TestDatabase database) {
        Jdbi jdbi = OpenDatabase.of(database).jdbi();
        CalendarChanges office = changes(jdbi, "office");
        CalendarChanges plant = changes(jdbi, "plant");
        long id = office.add(holiday(), 999, NOW).id();
        assertThat(plant.undo(id, 999, NOW)).isFalse();
        plant.refresh();
        assertThat(plant.calendar().isWorkingDay(MON)).isTrue();
        assertThat(office.undo(id, 999, NOW)).isTrue();
        assertThat(office.undo(id, 999, NOW)).isFalse();
        assertThat(office.calendar().isWorkingDay(MON)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aPauseIsGivenAnEndAndLosesIt(TestDatabase database) {
        CalendarChanges changes = changes(OpenDatabase.of(database).jdbi(), "office");
        long id = changes.add(new CalendarChange(CalendarChange.NEW, PAUSE, MON, null, ""), 999, NOW)
                .id();
        assertThat(changes.calendar().isPaused(MON.plusYears(1))).isTrue();
        changes.end(id, MON.plusDays(2));
        assertThat(changes.calendar().isPaused(MON.plusDays(2))).isTrue();
        assertThat(changes.calendar().isPaused(MON.plusDays(3))).isFalse();
        changes.end(id, null);
        assertThat(changes.calendar().isPaused(MON.plusDays(3))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aHolidayKeepsItsEnd(TestDatabase database) {
        CalendarChanges changes = changes(OpenDatabase.of(database).jdbi(), "office");
        long id = changes.add(holiday(), 999, NOW).id();
        changes.end(id, MON);
        assertThat(changes.calendar().days().changes())
                .containsExactly(new CalendarChange(id, HOLIDAY, MON, MON.plusDays(1), "运动会"));
    }
}
