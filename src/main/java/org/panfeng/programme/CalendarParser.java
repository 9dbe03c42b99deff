package org.panfeng.programme;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the notice of one year: {@code {"year": 2026, "source": [...], "days": [{"name": ..., "date": ..., "isOffDay": ...}]}}.
 * Every mistake becomes a finding with its line; only JSON that is broken ends the reading.
 */
final class CalendarParser {
    private static final List<String> FIELDS = List.of("year", "source", "days");
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final TextFile file;
    private final List<Finding> findings;
    private final List<CalendarDay> days = new ArrayList<>();
    private @Nullable Integer year;

    CalendarParser(TextFile file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    record Notice(Optional<Integer> year, List<CalendarDay> days) {}

    Notice parse() {
        try (JsonParser json = JSON.createParser(file.text())) {
            notice(new CalendarJson(file, json, findings));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            findings.add(file.finding(line, "is no JSON: " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        days.forEach(this::checkYear);
        return new Notice(Optional.ofNullable(year), days);
    }

    private void notice(CalendarJson json) throws IOException {
        if (json.next() != JsonToken.START_OBJECT) {
            json.reject("a calendar is an object with the fields \"year\", \"source\" and \"days\"");
            return;
        }
        int line = json.line();
        Set<String> seen = new HashSet<>();
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            seen.add(field);
            switch (field) {
                case "year" -> year(json);
                case "days" -> days(json);
                case "source" -> json.skip();
                default -> json.rejectField(field, FIELDS);
            }
        }
        if (!seen.contains("year")) {
            findings.add(file.finding(line, "\"year\" is missing; write for example \"year\": 2026"));
        }
        if (!seen.contains("days")) {
            findings.add(file.finding(line, "\"days\" is missing; write at least \"days\": []"));
        }
        if (json.next() != null) {
            json.reject("something follows the calendar's closing bracket");
        }
    }

    private void year(CalendarJson json) throws IOException {
        if (json.is(JsonToken.VALUE_NUMBER_INT) && json.text().matches("[12]\\d{3}")) {
            year = Integer.valueOf(json.text());
        } else {
            json.reject("\"year\" is a number of four digits, for example 2026");
        }
    }

    private void days(CalendarJson json) throws IOException {
        if (!json.is(JsonToken.START_ARRAY)) {
            json.reject("\"days\" is a list of days in square brackets");
            return;
        }
        while (json.next() != JsonToken.END_ARRAY) {
            if (json.is(JsonToken.START_OBJECT)) {
                CalendarDay.read(json).ifPresent(days::add);
            } else {
                json.reject("a day is {\"name\": \"国庆节\", \"date\": \"2026-10-01\", \"isOffDay\": true}");
            }
        }
    }

    /** A notice reaches into the neighbouring years by a few days around New Year, not further. */
    private void checkYear(CalendarDay day) {
        if (year == null) {
            return;
        }
        LocalDate first = LocalDate.of(year - 1, Month.DECEMBER, 1);
        LocalDate last = LocalDate.of(year + 1, Month.JANUARY, 31);
        if (day.date().isBefore(first) || day.date().isAfter(last)) {
            findings.add(file.finding(
                    day.line(), day.date() + " does not belong into the notice of " + year + "; check its year"));
        }
    }
}
