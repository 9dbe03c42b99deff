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
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the notice of one year: {@code {"year": 2026, "source": [...], "days": [{"name": ..., "date": ..., "isOffDay": ...}]}}.
 * Every mistake becomes a finding with its line; only JSON that is broken ends the reading.
 */
final class CalendarParser {
    private static final List<String> FIELDS = List.of("year", "source", "days");
    private static final List<String> DAY_FIELDS = List.of("name", "date", "isOffDay");
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final TextFile file;
    private final List<Finding> findings;
    private final List<Day> days = new ArrayList<>();
    private @Nullable Integer year;

    CalendarParser(TextFile file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    record Day(int line, String name, LocalDate date, boolean off) {}

    record Notice(Optional<Integer> year, List<Day> days) {}

    Notice parse() {
        try (JsonParser json = JSON.createParser(file.text())) {
            notice(json);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            findings.add(file.finding(line, "is no JSON: " + e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        days.forEach(this::checkYear);
        return new Notice(Optional.ofNullable(year), days);
    }

    private void notice(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            report(json, "a calendar is an object with the fields \"year\", \"source\" and \"days\"");
            return;
        }
        int line = line(json);
        boolean yearSeen = false;
        boolean daysSeen = false;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "year" -> {
                    yearSeen = true;
                    year(json);
                }
                case "days" -> {
                    daysSeen = true;
                    days(json);
                }
                case "source" -> json.skipChildren();
                default -> unknown(json, field, FIELDS);
            }
        }
        if (!yearSeen) {
            findings.add(file.finding(line, "\"year\" is missing; write for example \"year\": 2026"));
        }
        if (!daysSeen) {
            findings.add(file.finding(line, "\"days\" is missing; write at least \"days\": []"));
        }
        if (json.nextToken() != null) {
            report(json, "something follows the calendar's closing bracket");
        }
    }

    private void year(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getText().matches("[12]\\d{3}")) {
            year = json.getIntValue();
        } else {
            wrong(json, "\"year\" is a number of four digits, for example 2026");
        }
    }

    private void days(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            wrong(json, "\"days\" is a list of days in square brackets");
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                day(json);
            } else {
                wrong(json, "a day is {\"name\": \"国庆节\", \"date\": \"2026-10-01\", \"isOffDay\": true}");
            }
        }
    }

    private void day(JsonParser json) throws IOException {
        int line = line(json);
        int before = findings.size();
        String name = null;
        LocalDate date = null;
        Boolean off = null;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "name" -> name = name(json);
                case "date" -> {
                    line = line(json);
                    date = date(json);
                }
                case "isOffDay" -> off = off(json);
                default -> unknown(json, field, DAY_FIELDS);
            }
        }
        if (name != null && date != null && off != null) {
            days.add(new Day(line, name, date, off));
        } else if (findings.size() == before) {
            findings.add(
                    file.finding(line, "a day has the fields \"name\", \"date\" and \"isOffDay\"; one is missing"));
        }
    }

    private @Nullable String name(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING && !json.getText().isBlank()) {
            return json.getText().strip();
        }
        return wrong(json, "\"name\" is the holiday's name in quotes");
    }

    private @Nullable LocalDate date(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            try {
                return LocalDate.parse(json.getText());
            } catch (DateTimeParseException e) {
                return wrong(json, "\"" + json.getText() + "\" is no date; write for example \"2026-10-01\"");
            }
        }
        return wrong(json, "\"date\" is a date in quotes, for example \"2026-10-01\"");
    }

    private @Nullable Boolean off(JsonParser json) throws IOException {
        if (json.currentToken().isBoolean()) {
            return json.getBooleanValue();
        }
        return wrong(json, "\"isOffDay\" is true (a day off) or false (a working day)");
    }

    /** A notice reaches into the neighbouring years by a few days around New Year, not further. */
    private void checkYear(Day day) {
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

    private void unknown(JsonParser json, String field, List<String> known) throws IOException {
        wrong(
                json,
                "\"%s\" is no field here; there are: %s.%s"
                        .formatted(field, String.join(", ", known), Spelling.didYouMean(field, known)));
    }

    private <T> @Nullable T wrong(JsonParser json, String problem) throws IOException {
        report(json, problem);
        json.skipChildren();
        return null;
    }

    private void report(JsonParser json, String problem) {
        findings.add(file.finding(line(json), problem));
    }

    private static int line(JsonParser json) {
        return json.currentTokenLocation().getLineNr();
    }
}
