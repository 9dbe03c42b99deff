package org.panfeng.programme;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which dates are working days: weekdays, minus public holidays, plus the days worked in exchange for them. */
public final class StudyCalendar {
    /** The name of the calendar in which every date is a working day. */
    public static final String EVERY_DAY = "every-day";

    private final @Nullable Set<Integer> years;
    private final Map<LocalDate, SpecialDay> days;

    private StudyCalendar(@Nullable Set<Integer> years, Map<LocalDate, SpecialDay> days) {
        this.years = years;
        this.days = days;
    }

    /**
     * A date that is not what its weekday says.
     *
     * @param name the holiday to which the date belongs, also where it is worked in exchange
     */
    record SpecialDay(String name, boolean off) {}

    /** A calendar as its files say it, and what is wrong with them. With findings, the calendar holds what could be read. */
    public record Loaded(StudyCalendar calendar, List<Finding> findings) {
        public Loaded {
            findings = List.copyOf(findings);
        }
    }

    /** The calendar in which every date is a working day. */
    public static StudyCalendar everyDay() {
        return new StudyCalendar(null, Map.of());
    }

    static StudyCalendar of(Set<Integer> years, Map<LocalDate, SpecialDay> days) {
        return new StudyCalendar(Set.copyOf(years), Map.copyOf(days));
    }

    /**
     * Reads the calendar that has this name: the files {@code NAME.json} and {@code NAME-YEAR.json} together.
     *
     * @param configDir holds the folder {@code calendars}; without a file of that name there, the shipped ones are read
     */
    public static Loaded load(String name, Path configDir) {
        return EVERY_DAY.equals(name)
                ? new Loaded(everyDay(), List.of())
                : new CalendarFiles(ConfigFiles.of(configDir)).load(name);
    }

    public boolean isWorkingDay(LocalDate date) {
        SpecialDay special = days.get(date);
        if (special != null) {
            return !special.off();
        }
        return years == null || date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    /** The holiday to which a date belongs, also where the date is worked in exchange for it. */
    public Optional<String> nameOf(LocalDate date) {
        return Optional.ofNullable(days.get(date)).map(SpecialDay::name);
    }

    /** Whether the holidays of a year are known; if not, its days are plain weekdays unless a neighbouring year's file names them. */
    public boolean hasDataFor(int year) {
        return years == null || years.contains(year);
    }
}
