package org.panfeng.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.panfeng.programme.FileCalendar.SpecialDay;
import org.panfeng.programme.StudyCalendar.Loaded;

/** The folder of calendars, in which one calendar is one file or one file per year. */
final class CalendarFiles {
    private static final String FOLDER = "calendars";
    private static final Pattern FILE_NAME = Pattern.compile("(.+?)(?:-(\\d{4}))?\\.(json|ics)");

    private final ConfigFiles files;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Integer> years = new HashSet<>();
    private final Map<LocalDate, SpecialDay> days = new HashMap<>();
    private final Map<LocalDate, Finding> places = new HashMap<>();

    CalendarFiles(ConfigFiles files) {
        this.files = files;
    }

    Loaded load(String name) {
        List<TextFile> texts = files.read(FOLDER, file -> calendarOf(file).equals(name), findings);
        if (texts.isEmpty() && findings.isEmpty()) {
            findings.add(unknown(name));
        }
        for (TextFile text : texts) {
            if (text.name().endsWith(".ics")) {
                add(text, new IcsParser(text, findings).parse());
            } else {
                add(text, new CalendarParser(text, findings).parse());
            }
        }
        return new Loaded(FileCalendar.of(years, days), findings);
    }

    private void add(TextFile text, CalendarParser.Notice notice) {
        notice.year().ifPresent(year -> {
            Matcher fileName = FILE_NAME.matcher(text.name());
            if (fileName.matches()
                    && fileName.group(2) != null
                    && !fileName.group(2).equals(String.valueOf(year))) {
                findings.add(text.finding(0, "says \"year\": " + year + ", but its name says " + fileName.group(2)));
            }
            years.add(year);
        });
        notice.days().forEach(day -> add(text, day));
    }

    /** A file that has a year in its name speaks for this year, though its events may reach into the neighbouring ones. */
    private void add(TextFile text, IcsParser.Events events) {
        Matcher fileName = FILE_NAME.matcher(text.name());
        if (fileName.matches() && fileName.group(2) != null) {
            int year = Integer.parseInt(fileName.group(2));
            if (events.days().stream().noneMatch(day -> day.date().getYear() == year)) {
                findings.add(text.finding(0, "has no event in " + year + ", which its name says"));
            }
            years.add(year);
        } else {
            years.addAll(events.years());
        }
        events.days().forEach(day -> add(text, day));
    }

    private void add(TextFile text, CalendarDay day) {
        SpecialDay before = days.putIfAbsent(day.date(), new SpecialDay(day.name(), day.off()));
        Finding place = text.finding(day.line(), "");
        Finding first = places.getOrDefault(day.date(), place);
        places.putIfAbsent(day.date(), place);
        if (before != null && before.off() != day.off()) {
            findings.add(text.finding(
                    day.line(),
                    "%s is %s here and %s at %s:%d; it can be only one of them"
                            .formatted(
                                    day.date(),
                                    meaning(day.off()),
                                    meaning(before.off()),
                                    first.place(),
                                    first.line())));
        }
    }

    private Finding unknown(String name) {
        Set<String> known = new TreeSet<>(Set.of(StudyCalendar.EVERY_DAY));
        files.names(FOLDER).stream()
                .map(CalendarFiles::calendarOf)
                .filter(calendar -> !calendar.isEmpty())
                .forEach(known::add);
        return new Finding(
                files.place(FOLDER),
                0,
                "there is no calendar \"%s\"; there are: %s.%s"
                        .formatted(name, String.join(", ", known), Spelling.didYouMean(name, known)));
    }

    private static String calendarOf(String fileName) {
        Matcher matcher = FILE_NAME.matcher(fileName);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static String meaning(boolean off) {
        return off ? "a day off" : "a working day";
    }
}
