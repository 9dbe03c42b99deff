package org.panfeng.programme;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day as a calendar's file says it.
 *
 * @param line of its date
 */
record CalendarDay(int line, String name, LocalDate date, boolean off) {
    private static final List<String> FIELDS = List.of("name", "date", "isOffDay");

    /** Reads the object that has just begun, or reports what is wrong with it. */
    static Optional<CalendarDay> read(CalendarJson json) throws IOException {
        int line = json.line();
        int before = json.findings().size();
        String name = null;
        LocalDate date = null;
        Boolean off = null;
        for (String field = json.nextField(); field != null; field = json.nextField()) {
            switch (field) {
                case "name" -> name = name(json);
                case "date" -> {
                    line = json.line();
                    date = date(json);
                }
                case "isOffDay" -> off = off(json);
                default -> json.rejectField(field, FIELDS);
            }
        }
        if (name != null && date != null && off != null) {
            return Optional.of(new CalendarDay(line, name, date, off));
        }
        if (json.findings().size() == before) {
            String problem = "a day has the fields \"name\", \"date\" and \"isOffDay\"; one is missing";
            json.findings().add(json.file().finding(line, problem));
        }
        return Optional.empty();
    }

    private static @Nullable String name(CalendarJson json) throws IOException {
        if (json.is(JsonToken.VALUE_STRING) && !json.text().isBlank()) {
            return json.text().strip();
        }
        json.reject("\"name\" is the holiday's name in quotes");
        return null;
    }

    private static @Nullable LocalDate date(CalendarJson json) throws IOException {
        if (!json.is(JsonToken.VALUE_STRING)) {
            json.reject("\"date\" is a date in quotes, for example \"2026-10-01\"");
            return null;
        }
        try {
            return LocalDate.parse(json.text());
        } catch (DateTimeParseException e) {
            json.reject("\"" + json.text() + "\" is no date; write for example \"2026-10-01\"");
            return null;
        }
    }

    private static @Nullable Boolean off(CalendarJson json) throws IOException {
        if (json.is(JsonToken.VALUE_TRUE) || json.is(JsonToken.VALUE_FALSE)) {
            return json.is(JsonToken.VALUE_TRUE);
        }
        json.reject("\"isOffDay\" is true (a day off) or false (a working day)");
        return null;
    }
}
