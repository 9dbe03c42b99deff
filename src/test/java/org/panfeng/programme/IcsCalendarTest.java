package org.panfeng.programme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars in iCalendar files, alone and beside JSON. */
class IcsCalendarTest {
    @TempDir
    Path config;

    @Test
    void anEventOfSeveralDaysIsAHolidayUpToTheDayBeforeItsEnd() throws IOException {
        write("plant.ics", event("国庆节", "DTSTART;VALUE=DATE:20261001", "DTEND;VALUE=DATE:20261008"));
        StudyCalendar plant = good();
        assertThat(plant.isWorkingDay(date("2026-09-30"))).isTrue();
        assertThat(plant.isWorkingDay(date("2026-10-01"))).isFalse();
        assertThat(plant.isWorkingDay(date("2026-10-07"))).isFalse();
        assertThat(plant.isWorkingDay(date("2026-10-08"))).isTrue();
        assertThat(plant.nameOf(date("2026-10-07"))).contains("国庆节");
        assertThat(plant.hasDataFor(2026)).isTrue();
        assertThat(plant.hasDataFor(2027)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "国庆节（班）",
                "国庆节 补班 第1天/共1天",
                "班｜国庆节",
                "国庆节调休上班",
                "国庆节（调休）",
                "国庆节[班]",
                "National Day (make-up working day)",
                "Special Working Day",
                "National Day makeup workday"
            })
    void theTitleTellsThatASaturdayIsWorked(String title) throws IOException {
        write("plant.ics", event(title, "DTSTART;VALUE=DATE:20261010"));
        assertThat(good().isWorkingDay(date("2026-10-10"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"国庆节（休）", "国庆节 假期 第1天/共7天", "国庆节调休", "春节值班", "国庆节不上班", "Non-working day", "National Day"})
    void whateverIsNotSaidToBeWorkedIsADayOff(String title) throws IOException {
        write("plant.ics", event(title, "DTSTART;VALUE=DATE:20261009"));
        assertThat(good().isWorkingDay(date("2026-10-09"))).isFalse();
    }

    @Test
    void aCategoryTellsItToo() throws IOException {
        write("plant.ics", event("国庆节", "DTSTART;VALUE=DATE:20261010", "CATEGORIES:China,补班"));
        assertThat(good().isWorkingDay(date("2026-10-10"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"国庆节（休）", "国庆节 假期 第1天/共7天", "休｜国庆节", "国庆节（调休上班）", "国庆节放假", "国庆节"})
    void theNameIsTheHolidaysAlone(String title) throws IOException {
        write("plant.ics", event(title, "DTSTART;VALUE=DATE:20261009"));
        assertThat(good().nameOf(date("2026-10-09"))).contains("国庆节");
    }

    @Test
    void aTitleThatOnlySaysThatItIsADayOffIsItsName() throws IOException {
        write("plant.ics", event("放假", "DTSTART;VALUE=DATE:20261009"));
        assertThat(good().nameOf(date("2026-10-09"))).contains("放假");
    }

    @Test
    void ofApplesCalendarOnlyTheDaysOffAndTheDaysWorkedCount() throws IOException {
        write(
                "plant.ics",
                event("国庆节（休）", "DTSTART;VALUE=DATE:20261001", "X-APPLE-SPECIAL-DAY:WORK-HOLIDAY")
                        + event("国庆节（班）", "DTSTART;VALUE=DATE:20261010", "X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY")
                        + event("寒露", "DTSTART;VALUE=DATE:20261008"));
        assertThat(good().isWorkingDay(date("2026-10-01"))).isFalse();
        assertThat(good().isWorkingDay(date("2026-10-08"))).isTrue();
        assertThat(good().isWorkingDay(date("2026-10-10"))).isTrue();
    }

    @Test
    void whatAppleSaysGoesBeforeTheTitle() throws IOException {
        write(
                "plant.ics",
                event("国庆节", "DTSTART;VALUE=DATE:20261010", "X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY")
                        + event("国庆节", "DTSTART;VALUE=DATE:20261001", "X-APPLE-SPECIAL-DAY:WORK-HOLIDAY"));
        assertThat(good().isWorkingDay(date("2026-10-10"))).isTrue();
        assertThat(good().isWorkingDay(date("2026-10-01"))).isFalse();
    }

    @Test
    void whatIsCancelledOrOnlyObservedCountsNothing() throws IOException {
        write(
                "plant.ics",
                event("Labour Day", "DTSTART;VALUE=DATE:20260501")
                        + event(
                                "Youth Day",
                                "DTSTART;VALUE=DATE:20260504",
                                "DESCRIPTION:Observance\\nTo hide observances")
                        + event("Off", "DTSTART;VALUE=DATE:20260505", "STATUS:CANCELLED"));
        assertThat(good().isWorkingDay(date("2026-05-04"))).isTrue();
        assertThat(good().isWorkingDay(date("2026-05-05"))).isTrue();
    }

    @Test
    void aYearlyEventComesAgainAndAFullSetOfThemIsDataForEveryYear() throws IOException {
        write(
                "plant.ics",
                event("New Year", "DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=YEARLY")
                        + event(
                                "Thanksgiving",
                                "DTSTART;VALUE=DATE:20201126",
                                "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH"));
        assertThat(good().isWorkingDay(date("2027-01-01"))).isFalse();
        assertThat(good().isWorkingDay(date("2026-11-26"))).isFalse();
        assertThat(good().isWorkingDay(date("2026-11-27"))).isTrue();
        assertThat(good().hasDataFor(2050)).isTrue();
        assertThat(good().hasDataFor(2019)).isFalse();
    }

    @Test
    void besideDatedEventsARepeatedOneIsNoDataForOtherYears() throws IOException {
        write(
                "plant.ics",
                event("元旦", "DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=YEARLY")
                        + event("春节", "DTSTART;VALUE=DATE:20260217"));
        assertThat(good().isWorkingDay(date("2027-01-01"))).isFalse();
        assertThat(good().hasDataFor(2026)).isTrue();
        assertThat(good().hasDataFor(2027)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20280601", "20280601T000000Z", "20290531T160000Z"})
    void aRepetitionEndsOnTheLastDayThatIsNamed(String until) throws IOException {
        write("plant.ics", event("Founders", "DTSTART;VALUE=DATE:20260601", "RRULE:FREQ=YEARLY;UNTIL=" + until));
        assertThat(good().isWorkingDay(date("2028-06-01"))).isFalse();
        assertThat(good().isWorkingDay(date("2029-06-01"))).isTrue();
    }

    @Test
    void repetitionsHaveExceptionsAndAdditionsAndAnEnd() throws IOException {
        write(
                "plant.ics",
                event(
                        "Founders",
                        "DTSTART;VALUE=DATE:20260601",
                        "DURATION:P2D",
                        "RRULE:FREQ=YEARLY;COUNT=3",
                        "EXDATE;VALUE=DATE:20270601",
                        "RDATE;VALUE=DATE:20270607"));
        assertThat(good().isWorkingDay(date("2026-06-02"))).isFalse();
        assertThat(good().isWorkingDay(date("2027-06-01"))).isTrue();
        assertThat(good().isWorkingDay(date("2027-06-08"))).isFalse();
        assertThat(good().isWorkingDay(date("2028-06-01"))).isFalse();
        assertThat(good().isWorkingDay(date("2029-06-01"))).isTrue();
    }

    @Test
    void foldedLinesWindowsLineEndsAndTheMarkOfUtf8AreRead() throws IOException {
        String text = "\uFEFF" + file(event("国庆节放假，大家休息\n 好", "DTSTART;VALUE=DATE:20261001"));
        raw("plant.ics", text.replace("\n", "\r\n").getBytes(UTF_8));
        assertThat(good().nameOf(date("2026-10-01"))).contains("国庆节放假,大家休息好");
    }

    @Test
    void aFileWithAYearInItsNameSpeaksForThatYear() throws IOException {
        write("plant-2027.ics", event("元旦", "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270103"));
        assertThat(good().hasDataFor(2027)).isTrue();
        assertThat(good().hasDataFor(2026)).isFalse();
        write("plant-2028.ics", event("元旦", "DTSTART;VALUE=DATE:20261231"));
        assertThat(problems()).singleElement().asString().endsWith("has no event in 2028, which its name says");
    }

    @Test
    void jsonAndIcsCompleteEachOtherAndContradictionsAreNamed() throws IOException {
        Files.createDirectories(config.resolve("calendars"));
        Files.writeString(config.resolve("calendars/plant-2026.json"), """
                {"year": 2026, "days": [
                  {"name": "国庆节", "date": "2026-10-01", "isOffDay": true}]}
                """);
        write("plant-2027.ics", event("元旦", "DTSTART;VALUE=DATE:20270101"));
        assertThat(good().isWorkingDay(date("2026-10-01"))).isFalse();
        assertThat(good().isWorkingDay(date("2027-01-01"))).isFalse();
        write("plant.ics", event("国庆节（班）", "DTSTART;VALUE=DATE:20261001"));
        assertThat(problems())
                .singleElement()
                .asString()
                .contains("plant.ics:4: 2026-10-01 is a working day here and a day off at ")
                .endsWith("plant-2026.json:2; it can be only one of them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DTSTART;TZID=Asia/Shanghai:20261001T000000|DTSTART has a time of day",
                "DTSTART:20261001T000000Z|DTSTART has a time of day",
                "DTSTART;VALUE=DATE:20260230|DTSTART is no date",
                "DTSTART;VALUE=DATE:1 October|Could not parse",
                "DTSTART;VALUE=DATE:01000101|in the year 100",
                "UID:1|an event needs a date",
                "DTSTART;VALUE=DATE:20261001;DTEND;VALUE=DATE:20260930|ends before it begins",
                "DTSTART;VALUE=DATE:20261001;DTEND;VALUE=DATE:20271001|lasts from 1 to 100 days",
                "DTSTART;VALUE=DATE:20261001;DTEND:20261003T000000|DTEND has a time of day",
                "DTSTART;VALUE=DATE:20261001;DURATION:PT5H|lasts whole days",
                "DTSTART;VALUE=DATE:20261001;RRULE:FREQ=SECONDLY|repeated by days",
                "DTSTART;VALUE=DATE:20261001;RRULE:FREQ=DAILY|at most 1,000 times",
                "DTSTART;VALUE=DATE:20261001;RRULE:FREQ=NEVER|FREQ",
                "DTSTART;VALUE=DATE:20261001;RECURRENCE-ID;VALUE=DATE:20261001|RECURRENCE-ID",
            })
    void whatCannotBeUnderstoodIsNamedWithItsLine(String mistake) throws IOException {
        String[] parts = mistake.split("\\|");
        String[] lines = parts[0].replaceAll(";(?=DTEND|DURATION|RRULE|RECURRENCE)", "\n")
                .split("\n");
        write("plant.ics", event("国庆节", "DTSTART;VALUE=DATE:20260501") + event("国庆节", lines));
        assertThat(problems())
                .isNotEmpty()
                .allMatch(problem -> problem.matches("(?s).*plant\\.ics:(8|9|10|11|12): .*"))
                .anyMatch(problem -> problem.contains(parts[1]));
    }

    @Test
    void anExchangeOverAWeekendDoesNotSayWhatIsWorked() throws IOException {
        write("plant.ics", event("国庆节调休", "DTSTART;VALUE=DATE:20261009", "DTEND;VALUE=DATE:20261011"));
        assertThat(problems()).singleElement().asString().contains("plant.ics:4: 调休 over weekdays and weekends");
    }

    @Test
    void anEventWithoutANameIsNamed() throws IOException {
        write("plant.ics", "BEGIN:VEVENT\nDTSTART;VALUE=DATE:20261001\nEND:VEVENT\n");
        assertThat(problems()).singleElement().asString().contains("plant.ics:4: an event needs the holiday's name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=YEARLY;INTERVAL=2000000000",
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
                "FREQ=YEARLY;BYSETPOS=366;BYMONTHDAY=1",
                "FREQ=YEARLY;COUNT=2000000000",
                "FREQ=MONTHLY;BYDAY=+53MO",
                "FREQ=WEEKLY;INTERVAL=-1",
                "FREQ=YEARLY;BYWEEKNO=99",
                "FREQ=YEARLY;BYYEARDAY=9999999"
            })
    void noRuleKeepsTheReaderBusyForLong(String rule) throws IOException {
        write("plant.ics", event("国庆节", "DTSTART;VALUE=DATE:20260102", "RRULE:" + rule));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> load());
    }

    @Test
    void rubbishIsRefusedInWords() throws IOException {
        raw("plant.ics", "<html><body>Not found</body></html>".getBytes(UTF_8));
        assertThat(problems()).singleElement().asString().contains("plant.ics:1: is no iCalendar file");
        raw("plant.ics", "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n".getBytes(UTF_8));
        assertThat(problems())
                .singleElement()
                .asString()
                .endsWith("plant.ics: has no event; a holiday stands between BEGIN:VEVENT and END:VEVENT");
        raw("plant.ics", event("国庆节", "DTSTART;VALUE=DATE:20261001").getBytes(UTF_8));
        assertThat(problems()).singleElement().asString().contains("is no iCalendar file");
        raw("plant.ics", file(event("国庆节", "DTSTART;VALUE=DATE:20261001")).getBytes(Charset.forName("GB18030")));
        assertThat(problems()).singleElement().asString().contains("is not UTF-8 here");
        raw("plant.ics", file("").getBytes(UTF_8));
        assertThat(problems()).singleElement().asString().contains("has no event");
    }

    @Test
    void aFileThatWasCutOffIsNoticed() throws IOException {
        String whole = file(event("元旦", "DTSTART;VALUE=DATE:20260101") + event("国庆节", "DTSTART;VALUE=DATE:20261001"));
        raw("plant.ics", whole.substring(0, whole.lastIndexOf("DTSTART")).getBytes(UTF_8));
        assertThat(problems()).anyMatch(problem -> problem.contains("plant.ics:8: this event has no END:VEVENT"));
    }

    @Test
    void noiseNeverHangsOrBreaksTheReader() throws IOException {
        Random random = new Random(5);
        String whole = file(event("元旦", "DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY;BYDAY=1MO")
                + event("国庆节", "DTSTART;VALUE=DATE:20261001", "DTEND;VALUE=DATE:20261008"));
        for (int i = 0; i < 300; i++) {
            StringBuilder noisy = new StringBuilder(whole);
            for (int j = 0; j < 3; j++) {
                noisy.setCharAt(random.nextInt(noisy.length()), ":;=\n 0A\"\\-".charAt(random.nextInt(10)));
            }
            raw("plant.ics", noisy.toString().getBytes(UTF_8));
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> load(), noisy::toString);
        }
    }

    private StudyCalendar good() {
        StudyCalendar.Loaded loaded = load();
        assertThat(loaded.findings()).isEmpty();
        return loaded.calendar();
    }

    private StudyCalendar.Loaded load() {
        return StudyCalendar.load("plant", config);
    }

    private List<String> problems() {
        return load().findings().stream().map(Finding::toString).toList();
    }

    private void write(String name, String events) throws IOException {
        raw(name, file(events).getBytes(UTF_8));
    }

    private void raw(String name, byte[] bytes) throws IOException {
        Files.createDirectories(config.resolve("calendars"));
        Files.write(config.resolve("calendars").resolve(name), bytes);
    }

    private static String file(String events) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n" + events + "END:VCALENDAR\n";
    }

    private static String event(String summary, String... lines) {
        return "BEGIN:VEVENT\nSUMMARY:" + summary + "\n" + String.join("\n", lines) + "\nEND:VEVENT\n";
    }

    private static LocalDate date(String iso) {
        return LocalDate.parse(iso);
    }
}
