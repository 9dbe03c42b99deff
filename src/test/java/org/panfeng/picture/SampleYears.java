package org.panfeng.picture;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.panfeng.chat.Language;

/** Years to be drawn. */
public final class SampleYears {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-18");

    private SampleYears() {}

    static Map<String, HeatMap> all(Language language) {
        Map<String, HeatMap> years = new LinkedHashMap<>();
        years.put("newcomer", newcomer(language));
        years.put("full", full(language));
        years.put("returner", returner(language));
        years.put("veteran", veteran(language));
        return years;
    }

    /** Somebody who came in this morning. */
    static HeatMap newcomer(Language language) {
        return new HeatMap(language, TODAY, since(TODAY, day -> Shade.DONE), 0, 0, 0, List.of(), 5);
    }

    /** Eleven months with everything that can happen. */
    public static HeatMap full(Language language) {
        LocalDate first = LocalDate.parse("2026-01-14");
        return new HeatMap(
                language, TODAY, since(first, SampleYears::ofAllKinds), 52, 80, 1, List.of(5, 10, 20, 50), 100);
    }

    /** Somebody who begins again after a loss: a summit of before is the next one. */
    static HeatMap returner(Language language) {
        LocalDate first = LocalDate.parse("2026-01-14");
        return new HeatMap(
                language, TODAY, since(first, SampleYears::ofAllKinds), 7, 80, 0, List.of(5, 10, 20, 50), 10);
    }

    /** Somebody who has never missed a day in five years, with the largest figures there can be. */
    static HeatMap veteran(Language language) {
        List<Integer> reached = List.of(5, 10, 20, 50, 100, 200, 300, 500, 1000);
        LocalDate sunday = LocalDate.parse("2026-05-31");
        return new HeatMap(language, sunday, SampleYears::studied, 1234, 1234, 2, reached, 2000);
    }

    private static Shade studied(LocalDate day) {
        return isWeekend(day) ? Shade.NO_STUDY : Shade.DONE;
    }

    private static Function<LocalDate, Shade> since(LocalDate first, Function<LocalDate, Shade> studied) {
        return day -> {
            if (day.isBefore(first)) {
                return Shade.BEFORE;
            }
            if (day.isAfter(TODAY)) {
                return Shade.AHEAD;
            }
            return isWeekend(day) ? Shade.NO_STUDY : day.equals(TODAY) ? Shade.OPEN : studied.apply(day);
        };
    }

    private static Shade ofAllKinds(LocalDate day) {
        boolean isHoliday = day.getMonthValue() == 10 && day.getDayOfMonth() < 8
                || day.getMonthValue() == 2 && day.getDayOfMonth() > 14 && day.getDayOfMonth() < 24;
        boolean isLeave = day.getMonthValue() == 7 && day.getDayOfMonth() > 12 && day.getDayOfMonth() < 25;
        if (isHoliday) {
            return Shade.NO_STUDY;
        }
        return isLeave
                ? Shade.EXCUSED
                : switch (day.getDayOfYear() % 41) {
                    case 7 -> Shade.MADE_UP;
                    case 18 -> Shade.FROZEN;
                    case 33 -> day.getMonthValue() < 9 ? Shade.MISSED : Shade.FROZEN;
                    default -> Shade.DONE;
                };
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
