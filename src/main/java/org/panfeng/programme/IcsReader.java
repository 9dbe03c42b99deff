package org.panfeng.programme;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;

/** Takes the events out of an iCalendar file, each with the line in which it begins: the library knows lines only of what it cannot read. */
final class IcsReader {
    private static final Set<String> NEEDED =
            Set.of("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "SUMMARY");

    private final TextFile file;
    private final List<Finding> findings;

    IcsReader(TextFile file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    record Found(int line, VEvent event) {}

    List<Found> read() {
        List<Integer> lines = lines();
        int before = findings.size();
        List<VEvent> events = events();
        if (findings.size() == before && lines.size() != events.size()) {
            findings.add(file.finding(0, "has an event outside of BEGIN:VCALENDAR and END:VCALENDAR"));
        }
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < Math.min(lines.size(), events.size()); i++) {
            found.add(new Found(lines.get(i), events.get(i)));
        }
        return found;
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
}
