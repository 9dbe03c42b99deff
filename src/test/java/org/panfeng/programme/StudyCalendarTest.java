package org.panfeng.programme;

import static java.time.Month.FEBRUARY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCalendarTest {
    @TempDir
    Path config;

    @Test
    void springFestival2026IsWorkedInExchangeOnTwoSaturdays() {
        StudyCalendar cn = shipped();
        List<LocalDate> worked = LocalDate.of(2026, FEBRUARY, 13)
                .datesUntil(LocalDate.of(2026, FEBRUARY, 28).plusDays(1))
                .filter(cn::isWorkingDay)
                .toList();
        assertThat(worked).extracting(LocalDate::getDayOfMonth).containsExactly(13, 14, 24, 25, 26, 27, 28);
        assertThat(cn.nameOf(date("2026-02-14"))).contains("春节");
        assertThat(cn.nameOf(date("2026-02-13"))).isEmpty();
    }

    @Test
    void nationalDayIsPaidForWithTheSaturdayAfter() {
        StudyCalendar cn = shipped();
        assertThat(cn.isWorkingDay(date("2026-10-07"))).isFalse();
        assertThat(cn.isWorkingDay(date("2026-10-10"))).isTrue();
        assertThat(cn.isWorkingDay(date("2026-10-11"))).isFalse();
    }

    @Test
    void aYearWithoutDataCountsPlainWeekdaysAndSaysSo() {
        StudyCalendar cn = shipped();
        assertThat(cn.hasDataFor(2025)).isTrue();
        assertThat(cn.hasDataFor(2026)).isTrue();
        assertThat(cn.hasDataFor(2027)).isFalse();
        assertThat(cn.isWorkingDay(date("2027-10-01"))).as("a Friday").isTrue();
        assertThat(cn.isWorkingDay(date("2027-10-02"))).as("a Saturday").isFalse();
    }

    @Test
    void daysAroundNewYearMayStandInTheNeighboursFile() throws IOException {
        write("plant-2026.json", """
                {"year": 2026, "days": [
                  {"name": "New Year", "date": "2025-12-31", "isOffDay": true},
                  {"name": "New Year", "date": "2027-01-02", "isOffDay": false}
                ]}
                """);
        StudyCalendar plant = load("plant").calendar();
        assertThat(plant.isWorkingDay(date("2025-12-31"))).isFalse();
        assertThat(plant.isWorkingDay(date("2027-01-02"))).isTrue();
        assertThat(plant.hasDataFor(2025)).isFalse();
        assertThat(plant.hasDataFor(2027)).isFalse();
    }

    @Test
    void everyDayNeedsNoFileAndKnowsEveryYear() {
        StudyCalendar everyDay = load("every-day").calendar();
        assertThat(everyDay.isWorkingDay(date("2026-10-04"))).isTrue();
        assertThat(everyDay.hasDataFor(2049)).isTrue();
    }

    @Test
    void theOfficesOwnFileStandsInForTheShippedCalendar() throws IOException {
        write("cn.json", """
                {"year": 2026, "source": "our own", "days": []}
                """);
        StudyCalendar cn = load("cn").calendar();
        assertThat(cn.isWorkingDay(date("2026-10-01"))).as("a Thursday").isTrue();
        assertThat(cn.hasDataFor(2025)).isFalse();
    }

    @Test
    void filesOfOneCalendarAreReadTogetherAndNoOthers() throws IOException {
        write("plant.json", day(2025, "2025-05-01", true));
        write("plant-2026.json", day(2026, "2026-05-01", true));
        write("plant-north-2026.json", day(2026, "2026-05-04", true));
        StudyCalendar plant = load("plant").calendar();
        assertThat(plant.isWorkingDay(date("2025-05-01"))).isFalse();
        assertThat(plant.isWorkingDay(date("2026-05-01"))).isFalse();
        assertThat(plant.isWorkingDay(date("2026-05-04"))).isTrue();
        assertThat(load("plant-north").calendar().isWorkingDay(date("2026-05-04")))
                .isFalse();
    }

    @Test
    void anUnknownNameListsTheCalendarsThereAre() throws IOException {
        write("plant.json", day(2026, "2026-05-01", true));
        assertThat(problems("plnat"))
                .containsExactly(config.resolve("calendars")
                        + ": there is no calendar \"plnat\"; there are: cn, every-day, plant. Did you mean \"plant\"?");
    }

    @Test
    void everyMistakeIsNamedAtOnceWithItsLine() throws IOException {
        write("plant-2026.json", """
                {
                  "years": 2026,
                  "source": ["somebody"],
                  "days": [
                    {"name": "国庆节", "date": "2026-13-01", "isOffDay": true},
                    {"name": "", "date": "2026-10-02", "isOffDay": true},
                    {"name": "国庆节", "date": "2026-10-03", "isOffDay": "yes"},
                    {"name": "国庆节", "date": 20261004, "isOffDay": true},
                    {"name": "国庆节", "date": "2026-10-05", "isOfDay": true},
                    {"name": "国庆节", "date": "2026-10-06"},
                    "2026-10-07",
                    {"name": "国庆节", "date": "2026-10-08", "isOffDay": true},
                    {"name": "国庆节",
                     "date": "2026-10-08",
                     "isOffDay": false}
                  ]
                }
                """);
        String file = config.resolve("calendars/plant-2026.json").toString();
        assertThat(problems("plant"))
                .containsExactlyInAnyOrder(
                        file + ":1: \"year\" is missing; write for example \"year\": 2026",
                        file + ":2: \"years\" is no field here; there are: year, source, days."
                                + " Did you mean \"year\"?",
                        file + ":5: \"2026-13-01\" is no date; write for example \"2026-10-01\"",
                        file + ":6: \"name\" is the holiday's name in quotes",
                        file + ":7: \"isOffDay\" is true (a day off) or false (a working day)",
                        file + ":8: \"date\" is a date in quotes, for example \"2026-10-01\"",
                        file + ":9: \"isOfDay\" is no field here; there are: name, date, isOffDay."
                                + " Did you mean \"isOffDay\"?",
                        file + ":10: a day has the fields \"name\", \"date\" and \"isOffDay\"; one is missing",
                        file + ":11: a day is {\"name\": \"国庆节\", \"date\": \"2026-10-01\", \"isOffDay\": true}",
                        file + ":14: 2026-10-08 is a working day here and a day off at " + file
                                + ":12; it can be only one of them");
    }

    @Test
    void aDateThatTwoFilesSeeDifferentlyNamesBoth() throws IOException {
        write("plant-2025.json", day(2025, "2026-01-01", true));
        write("plant-2026.json", day(2026, "2026-01-01", false));
        assertThat(problems("plant"))
                .singleElement()
                .asString()
                .contains("plant-2026.json:2: 2026-01-01 is a working day here and a day off at ")
                .contains("plant-2025.json:2;");
    }

    @Test
    void aDateThatTwoFilesSeeAlikeIsNoMistake() throws IOException {
        write("plant-2025.json", day(2025, "2026-01-01", true));
        write("plant-2026.json", day(2026, "2026-01-01", true));
        assertThat(problems("plant")).isEmpty();
    }

    @Test
    void aYearThatDoesNotFitIsFound() throws IOException {
        write("plant-2026.json", day(2025, "2025-05-01", true));
        assertThat(problems("plant")).singleElement().asString().contains("its name says 2026");
        write("plant-2026.json", day(2026, "2062-05-01", true));
        assertThat(problems("plant")).singleElement().asString().contains(":2: 2062-05-01 does not belong");
    }

    @Test
    void brokenJsonIsFoundWithItsLine() throws IOException {
        write("plant.json", "{\n  \"year\": 2026,\n  \"days\": [,]\n}\n");
        assertThat(problems("plant")).singleElement().asString().contains("plant.json:3: is no JSON");
        write("plant.json", "{\n  \"year\": 2026,\n  \"days\": [\n");
        assertThat(problems("plant")).singleElement().asString().contains("is no JSON");
        write("plant.json", " \n");
        assertThat(problems("plant")).singleElement().asString().endsWith("plant.json: is empty");
        write("plant.json", "[]");
        assertThat(problems("plant")).singleElement().asString().contains("a calendar is an object");
    }

    @Test
    void bytesThatAreNoUtf8AreFoundWithTheirLine() throws IOException {
        write("plant.json", "");
        Files.write(config.resolve("calendars/plant.json"), "{\n\"year\": \"年\"}".getBytes("GB18030"));
        assertThat(problems("plant"))
                .singleElement()
                .asString()
                .contains("plant.json:2: is not UTF-8 here; save the file with the encoding UTF-8");
    }

    @Test
    void theShippedCalendarsAreFoundInAJarWithoutFolderEntries() throws IOException {
        Path jar = config.resolve("panfeng.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry("org/panfeng/config/calendars/mine-2026.json"));
            entries.write(day(2026, "2026-05-01", true).getBytes(StandardCharsets.UTF_8));
        }
        CalendarFiles files = new CalendarFiles(new ConfigFiles(config, jar));
        StudyCalendar.Loaded mine = files.load("mine");
        assertThat(mine.findings()).isEmpty();
        assertThat(mine.calendar().isWorkingDay(date("2026-05-01"))).isFalse();
        assertThat(new CalendarFiles(new ConfigFiles(config, jar)).load("x").findings())
                .singleElement()
                .asString()
                .contains("every-day, mine");
    }

    private StudyCalendar shipped() {
        StudyCalendar.Loaded cn = load("cn");
        assertThat(cn.findings()).isEmpty();
        return cn.calendar();
    }

    private StudyCalendar.Loaded load(String name) {
        return StudyCalendar.load(name, config);
    }

    private List<String> problems(String name) {
        return load(name).findings().stream().map(Finding::toString).toList();
    }

    private void write(String name, String json) throws IOException {
        Files.createDirectories(config.resolve("calendars"));
        Files.writeString(config.resolve("calendars").resolve(name), json);
    }

    private static String day(int year, String date, boolean off) {
        return """
                {"year": %d, "days": [
                  {"name": "a day", "date": "%s", "isOffDay": %s}]}
                """.formatted(year, date, off);
    }

    private static LocalDate date(String iso) {
        return LocalDate.parse(iso);
    }
}
