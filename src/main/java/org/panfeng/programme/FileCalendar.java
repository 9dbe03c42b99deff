package org.panfeng.programme;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A calendar as its files say it: weekdays, minus public holidays, plus the days worked in exchange for them. */
final class FileCalendar implements StudyCalendar {
    private final @Nullable Set<Integer> years;
    private final Map<LocalDate, SpecialDay> days;

    private FileCalendar(@Nullable Set<Integer> years, Map<LocalDate, SpecialDay> days) {
        this.years = years;
        this.days = days;
    }

    /**
     * A date that is not what its weekday says.
     *
     * @param name the holiday to which the date belongs, also where it is worked in exchange
     */
    record SpecialDay(String name, boolean off) {}

    static FileCalendar everyDay() {
        return new FileCalendar(null, Map.of());
    }

    static FileCalendar of(Set<Integer> years, Map<LocalDate, SpecialDay> days) {
        return new FileCalendar(Set.copyOf(years), Map.copyOf(days));
    }

    @Override
    public boolean isWorkingDay(LocalDate date) {
        SpecialDay special = days.get(date);
        if (special != null) {
            return !special.off();
        }
        return years == null || date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    @Override
    public Optional<String> nameOf(LocalDate date) {
        return Optional.ofNullable(days.get(date)).map(SpecialDay::name);
    }

    @Override
    public boolean hasDataFor(int year) {
        return years == null || years.contains(year);
    }
}
