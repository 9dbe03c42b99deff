package org.panfeng.programme;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which dates are working days, as far as a calendar knows. */
public interface StudyCalendar {
    /** The name of the calendar in which every date is a working day. */
    String EVERY_DAY = "every-day";

    /** A calendar as its files say it, and what is wrong with them. With findings, the calendar holds what could be read. */
    record Loaded(StudyCalendar calendar, List<Finding> findings) {
        public Loaded {
            findings = List.copyOf(findings);
        }
    }

    /** The calendar in which every date is a working day. */
    static StudyCalendar everyDay() {
        return FileCalendar.everyDay();
    }

    /**
     * Reads the calendar that has this name: the files {@code NAME.json}, {@code NAME-YEAR.json}, {@code NAME.ics} and
     * {@code NAME-YEAR.ics} together.
     *
     * @param configDir holds the folder {@code calendars}; without a file of that name there, the shipped ones are read
     */
    static Loaded load(String name, Path configDir) {
        return EVERY_DAY.equals(name)
                ? new Loaded(everyDay(), List.of())
                : new CalendarFiles(ConfigFiles.of(configDir)).load(name);
    }

    boolean isWorkingDay(LocalDate date);

    /** Whether the whole programme rests on this date by a decision of the office. */
    default boolean isPaused(LocalDate date) {
        return false;
    }

    /** The holiday to which a date belongs, also where the date is worked in exchange for it. */
    Optional<String> nameOf(LocalDate date);

    /** Whether the holidays of a year are known; if not, its days are plain weekdays unless a neighbouring year's file names them. */
    boolean hasDataFor(int year);
}
