package org.panfeng.programme;

import biweekly.component.VEvent;
import biweekly.property.Categories;
import biweekly.property.Description;
import biweekly.property.RawProperty;
import biweekly.property.Status;
import biweekly.property.Summary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of an iCalendar file (RFC 5545) that last whole days. Every mistake in what a calendar of working days needs becomes a
 * finding with a line; whatever else such a file may hold is passed over.
 */
final class IcsParser {
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
        List<IcsReader.Found> all = new IcsReader(file, findings).read();
        boolean isApples = all.stream().anyMatch(found -> meaning(found.event()).isApples());
        all.stream()
                .filter(found -> !isPassedOver(found.event(), isApples))
                .forEach(found -> add(found.line(), found.event()));
        return new Events(dated.isEmpty() ? repeated : dated, days);
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
