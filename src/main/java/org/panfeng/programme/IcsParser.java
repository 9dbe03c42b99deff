package org.panfeng.programme;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import biweekly.property.Categories;
import biweekly.property.Description;
import biweekly.property.RawProperty;
import biweekly.property.Status;
import biweekly.property.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of an iCalendar file (RFC 5545) that last whole days. Every mistake in what a calendar of working days needs becomes a
 * finding with a line; whatever else such a file may hold is passed over.
 */
final class IcsParser {
    private static final Set<String> NEEDED =
            Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "SUMMARY");
    private static final int MOST_DAYS = 50_000;

    private final TextFile file;
    private final List<Finding> findings;
    private final List<CalendarDay> days = new ArrayList<>();
    private final Set<Integer> dated = new TreeSet<>();
    private final Set<Integer> repeated = new TreeSet<>();

    IcsParser(TextFile file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    /**
     * @param years of which the file knows the holidays: those into which an event falls that stands there with its date, or where every
     *     event is repeated, any event
     */
    record Events(Set<Integer> years, List<CalendarDay> days) {}

    Events parse() {
        List<Integer> lines = lines();
        int before = findings.size();
        List<VEvent> events = events();
        if (findings.size() == before && lines.size() != events.size()) {
            findings.add(file.finding(0, "has an event outside of BEGIN:VCALENDAR and END:VCALENDAR"));
        }
        boolean isApples = events.stream().anyMatch(event -> meaning(event).isApples());
        for (int i = 0; i < Math.min(lines.size(), events.size()); i++) {
            if (!isPassedOver(events.get(i), isApples)) {
                add(lines.get(i), events.get(i));
            }
        }
        return new Events(dated.isEmpty() ? repeated : dated, days);
    }

    /** Where the events begin; none that has no end is counted. */
    private List<Integer> lines() {
        List<Integer> lines = new ArrayList<>();
        int open = 0;
        List<String> all = file.lines();
        for (int i = 0; i < all.size(); i++) {
            String line = all.get(i).stripTrailing().toUpperCase(Locale.ROOT);
            if (line.equals("BEGIN:VEVENT") && open == 0) {
                open = i + 1;
            } else if (line.equals("END:VEVENT") && open > 0) {
                lines.add(open);
                open = 0;
            } else if (line.equals("BEGIN:VEVENT") || line.equals("END:VCALENDAR") && open > 0) {
                break;
            }
        }
        if (open > 0) {
            findings.add(file.finding(open, "this event has no END:VEVENT"));
        }
        return lines;
    }

    private List<VEvent> events() {
        List<VEvent> events = new ArrayList<>();
        boolean isCalendar = false;
        try (ICalReader reader = new ICalReader(file.text())) {
            reader.setDefaultTimezone(TimeZone.getTimeZone(ZoneOffset.UTC));
            for (ICalendar next = reader.readNext(); next != null; next = reader.readNext()) {
                isCalendar = true;
                reader.getWarnings().forEach(this::report);
                events.addAll(next.getEvents());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!isCalendar) {
            findings.add(file.finding(1, "is no iCalendar file; such a file begins with BEGIN:VCALENDAR"));
        } else if (events.isEmpty()) {
            findings.add(file.finding(0, "has no event; a holiday stands between BEGIN:VEVENT and END:VEVENT"));
        }
        return events;
    }

    private void report(ParseWarning warning) {
        String property = warning.getPropertyName();
        if (warning.getLineNumber() != null
                && (property == null || NEEDED.contains(property.toUpperCase(Locale.ROOT)))) {
            String problem = (property == null ? "" : property + ": ") + warning.getMessage();
            findings.add(file.finding(warning.getLineNumber(), problem.replaceAll("\\s+", " ")));
        }
    }

    /** Cancelled events count nowhere; the days that Apple and Google show without anybody having the day off, not here. */
    private static boolean isPassedOver(VEvent event, boolean isApples) {
        Status status = event.getStatus();
        Description description = event.getDescription();
        return status != null && status.isCancelled()
                || isApples && !meaning(event).isApples()
                || description != null && text(description.getValue()).startsWith("Observance");
    }

    private static IcsMeaning meaning(VEvent event) {
        String categories = event.getCategories().stream()
                .map(Categories::getValues)
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
        RawProperty special = event.getExperimentalProperty("X-APPLE-SPECIAL-DAY");
        return new IcsMeaning(
                summary(event) + ", " + categories,
                special == null ? "" : text(special.getValue()).strip());
    }

    private static String summary(VEvent event) {
        Summary summary = event.getSummary();
        return summary == null ? "" : text(summary.getValue());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void add(int line, VEvent found) {
        IcsEvent event = new IcsEvent(found);
        try {
            if (summary(found).isBlank()) {
                throw new IcsEvent.Unclear("an event needs the holiday's name; write for example SUMMARY:国庆节");
            }
            int length = event.length();
            for (LocalDate start : event.starts()) {
                add(line, found, start.datesUntil(start.plusDays(length)).toList());
                (event.isRepeated() ? repeated : dated).add(start.getYear());
            }
        } catch (IcsEvent.Unclear unclear) {
            findings.add(file.finding(line, unclear.problem()));
        }
    }

    private void add(int line, VEvent event, List<LocalDate> dates) throws IcsEvent.Unclear {
        boolean isOff = meaning(event)
                .isOff(dates)
                .orElseThrow(
                        () -> new IcsEvent.Unclear(
                                "调休 over weekdays and weekends does not say what is worked; write (休) or (班), each in an event of its own"));
        if (days.size() > MOST_DAYS) {
            throw new IcsEvent.Unclear("the file has more than %,d days".formatted(MOST_DAYS));
        }
        String name = IcsMeaning.name(summary(event));
        dates.forEach(date -> days.add(new CalendarDay(line, name, date, isOff)));
    }
}
