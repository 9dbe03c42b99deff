package org.panfeng.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A calendar's file in which something stands where something else belongs. */
class CalendarMistakesTest {
    @TempDir
    Path config;

    @Test
    void whatIsOfTheWrongKindIsNamedOnce() throws IOException {
        assertThat(problems("{\"year\": \"2026\", \"days\": []}"))
                .containsExactly(":1: \"year\" is a number of four digits, for example 2026");
        assertThat(problems("{\"year\": 20260, \"days\": []}")).hasSize(1);
        assertThat(problems("{\"year\": 2026}"))
                .containsExactly(":1: \"days\" is missing; write at least \"days\": []");
        assertThat(problems("{\"year\": 2026, \"days\": {\"name\": []}}"))
                .containsExactly(":1: \"days\" is a list of days in square brackets");
        assertThat(problems("{\"year\": 2026, \"days\": [[{\"name\": 1}]]}"))
                .singleElement()
                .asString()
                .contains("a day is {");
        assertThat(problems("{\"year\": 2026, \"days\": [{\"name\": {\"zh\": \"国庆节\"}}]}"))
                .containsExactly(":1: \"name\" is the holiday's name in quotes");
        assertThat(problems("{\"year\": 2026, \"days\": []} {}"))
                .containsExactly(":1: something follows the calendar's closing bracket");
    }

    @Test
    void aDayWithAMistakeDoesNotCount() throws IOException {
        StudyCalendar.Loaded plant = load("""
                {"year": 2026, "days": [
                  {"name": "国庆节", "date": "2026-10-02", "isOffDay": "yes"},
                  {"name": "国庆节", "date": "2026-10-03", "isOffDay": "no"},
                  {"name": " ", "date": "2026-10-05", "isOffDay": true}
                ]}
                """);
        assertThat(plant.findings()).hasSize(3);
        assertThat(plant.calendar().isWorkingDay(LocalDate.of(2026, 10, 2)))
                .as("a Friday")
                .isTrue();
        assertThat(plant.calendar().isWorkingDay(LocalDate.of(2026, 10, 3)))
                .as("a Saturday")
                .isFalse();
        assertThat(plant.calendar().isWorkingDay(LocalDate.of(2026, 10, 5)))
                .as("a Monday")
                .isTrue();
    }

    @Test
    void aNoticeMayReachALittleIntoItsNeighbours() throws IOException {
        assertThat(problems("2025-12-01")).isEmpty();
        assertThat(problems("2027-01-31")).isEmpty();
        assertThat(problems("2025-11-30")).hasSize(1);
        assertThat(problems("2027-02-01")).hasSize(1);
    }

    @Test
    void anotherFileInTheFolderIsNoCalendar() throws IOException {
        write("notes.txt", "by hand");
        assertThat(StudyCalendar.load("plant", config).findings())
                .singleElement()
                .asString()
                .contains("there are: cn, every-day.");
    }

    /** What is wrong with a file that says this, or that has this date alone, without the file's name. */
    private List<String> problems(String text) throws IOException {
        String json = text.startsWith("{")
                ? text
                : "{\"year\": 2026, \"days\": [{\"name\": \"x\", \"date\": \"%s\", \"isOffDay\": true}]}"
                        .formatted(text);
        String file = config.resolve("calendars/plant.json").toString();
        return load(json).findings().stream()
                .map(finding -> finding.toString().replace(file, ""))
                .toList();
    }

    private StudyCalendar.Loaded load(String json) throws IOException {
        write("plant.json", json);
        return StudyCalendar.load("plant", config);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(config.resolve("calendars"));
        Files.writeString(config.resolve("calendars").resolve(name), text);
    }
}
