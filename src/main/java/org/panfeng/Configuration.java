package org.panfeng;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.panfeng.mailbox.Attachments;
import org.panfeng.programme.Finding;
import org.panfeng.programme.Lessons;
import org.panfeng.programme.OfficeCalendar;
import org.panfeng.programme.StudyCalendar;
import org.panfeng.programme.Syllabus;
import org.panfeng.programme.Timetable;

/**
 * Settings, calendar and lessons together: everything people write for Panfeng before it starts.
 *
 * @param calendar that of the timetable, by name: it is given the office's own entries once the database is open
 * @param files the pictures and documents of the lessons
 */
record Configuration(
        Settings settings, Timetable timetable, OfficeCalendar calendar, Syllabus syllabus, Attachments files) {
    private static final int LONGEST_PROGRAMME_ID = 40;

    /** The configuration, or empty where there is a mistake in it; and every mistake. */
    record Loaded(Optional<Configuration> configuration, List<Finding> findings) {}

    /**
     * Reads it all.
     *
     * @param directory what the person named; empty for the folder {@code config}, if it is there
     */
    static Loaded load(Optional<Path> directory, Map<String, String> environment) {
        Settings.Loaded loaded =
                directory.map(named -> Settings.load(named, environment)).orElseGet(() -> Settings.load(environment));
        if (loaded.settings().isEmpty()) {
            return new Loaded(Optional.empty(), loaded.findings());
        }
        return load(loaded.settings().get(), directory.orElse(Settings.DEFAULT_DIR));
    }

    /** Reads calendar and lessons as these settings want them. */
    static Loaded load(Settings settings, Path from) {
        StudyCalendar.Loaded written = StudyCalendar.load(settings.programme().calendar(), from);
        Lessons.Loaded lessons = Lessons.load(settings.programme().id(), from);
        List<Finding> findings = new ArrayList<>(written.findings());
        findings.addAll(lessons.findings());
        if (settings.programme().id().length() > LONGEST_PROGRAMME_ID) {
            findings.add(new Finding(
                    "programme.id", 0, "the id of a programme has at most " + LONGEST_PROGRAMME_ID + " characters"));
        }
        if (!findings.isEmpty()) {
            return new Loaded(Optional.empty(), List.copyOf(findings));
        }
        Settings.Programme programme = settings.programme();
        OfficeCalendar calendar = new OfficeCalendar(written.calendar());
        Timetable timetable = new Timetable(
                programme.zone(),
                programme.dayStartsAt(),
                calendar,
                programme.firstDay().orElse(null),
                programme.lastDay().orElse(null));
        return new Loaded(
                Optional.of(new Configuration(
                        settings, timetable, calendar, new Syllabus(lessons.lessons()), lessons.files())),
                List.of());
    }
}
