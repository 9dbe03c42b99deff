package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panfeng.storage.Database;

/** Whether and when the admins hear that the calendar does not know a year. The shipped one ends with 2026. */
class MissingYearTest {
    @TempDir
    private Path config;

    @ParameterizedTest
    @EnumSource
    void theAdminsAreToldAMonthBeforeAndOnTheFirstDayOnceEach(TestDatabase database) {
        Database kept = database.open();
        Office before = new Office(kept, "2026-11-27T08:00");
        before.admin().says("/start");
        before.at("2026-12-01T08:29");
        hears(before, 0, 0);
        before.at("2026-12-01T08:30");
        hears(before, 1, 0);
        before.admin().sees("日历里还没有 2027 年").sees("calendars").sees("/calendar");
        before.at("2026-12-20T12:00");
        hears(before, 1, 0);
        try (Office after = new Office(kept, "2026-12-20T12:00")) {
            after.at("2026-12-31T12:00");
            hears(after, 0, 0);
            after.at("2027-01-01T08:30");
            hears(after, 0, 1);
            after.admin().sees("日历里没有 2027 年");
            after.at("2027-02-01T12:00");
            hears(after, 0, 1);
        }
    }

    @Test
    void whatABotThatWasDownHasMissedIsToldLaterButNotInTheNight() {
        try (Office office = new Office(TestDatabase.H2, "2026-11-27T08:00")) {
            office.admin().says("/start");
            office.sleepsUntil("2026-12-05T23:30").hears();
            hears(office, 0, 0);
            office.sleepsUntil("2026-12-06T10:00").hears();
            hears(office, 1, 0);
        }
    }

    @Test
    void whereTheDataIsThereOrNobodyStudiesThenNobodyIsTold() throws IOException {
        Files.createDirectories(config.resolve("calendars"));
        Files.writeString(config.resolve("calendars/plant-2026.json"), "{\"year\": 2026, \"days\": []}");
        Files.writeString(config.resolve("calendars/plant-2027.json"), "{\"year\": 2027, \"days\": []}");
        try (Office office =
                new Office(TestDatabase.H2, "2026-11-27T08:00", "programme.calendar=plant", "config=" + config)) {
            office.admin().says("/start");
            office.at("2027-01-05T12:00");
            hears(office, 0, 0);
        }
        try (Office office = new Office(TestDatabase.H2, "2026-11-27T08:00", "programme.last-day=2026-12-31")) {
            office.admin().says("/start");
            office.at("2026-12-31T12:00");
            hears(office, 0, 0);
        }
    }

    @Test
    void withoutAnAdminTheFirstOneHearsOfIt() {
        try (Office office = new Office(TestDatabase.H2, "2026-12-05T08:00")) {
            office.at("2026-12-07T09:00");
            office.admin().says("/start");
            office.at("2026-12-07T10:00");
            hears(office, 1, 0);
        }
    }

    private static void hears(Office office, int coming, int begun) {
        assertThat(office.admin().chat())
                .filteredOn(shown -> shown.text().contains("日历里还没有"))
                .hasSize(coming);
        assertThat(office.admin().chat())
                .filteredOn(shown -> shown.text().contains("日历里没有"))
                .hasSize(begun);
    }
}
