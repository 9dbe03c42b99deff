package org.panfeng.chat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.stream.Collectors;

/** Dates and times as people say them. */
public final class Dates {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private Dates() {}

    /** 11月16日 周一 or Mon 16 Nov. */
    public static String day(Language language, LocalDate date) {
        return format(language, language == Language.ZH ? "M月d日 EEE" : "EEE d MMM", date);
    }

    /** 11月16日 周一、11月17日 周二 or Mon 16 Nov, Tue 17 Nov. */
    public static String days(Language language, List<LocalDate> dates) {
        return dates.stream()
                .map(date -> day(language, date))
                .collect(Collectors.joining(Texts.plain(language, "dates.comma")));
    }

    /** 11月16日 or 16 Nov. */
    public static String shortDay(Language language, LocalDate date) {
        return format(language, language == Language.ZH ? "M月d日" : "d MMM", date);
    }

    /** 11月24–25日 or 24–25 Nov; with both months where there are two. */
    public static String shortSpan(Language language, LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return shortDay(language, first);
        }
        if (!YearMonth.from(first).equals(YearMonth.from(last))) {
            return shortDay(language, first) + " – " + shortDay(language, last);
        }
        return language == Language.ZH
                ? format(language, "M月d", first) + "–" + format(language, "d日", last)
                : first.getDayOfMonth() + "–" + shortDay(language, last);
    }

    /** 2026年11月16日 or 16 Nov 2026. */
    public static String date(Language language, LocalDate date) {
        return format(language, language == Language.ZH ? "y年M月d日" : "d MMM y", date);
    }

    /** 11月20日 周五 04:00 or Fri 20 Nov 04:00. */
    public static String instant(Language language, ZonedDateTime at) {
        return day(language, at.toLocalDate()) + " " + time(at.toLocalTime());
    }

    /** 11月 or Nov. */
    public static String monthName(Language language, YearMonth month) {
        return format(language, language == Language.ZH ? "M月" : "MMM", month);
    }

    /** 11月17日 周二 – 19日 周四 or Tue 17 – Thu 19 Nov; with the year where there are two. */
    public static String span(Language language, LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return day(language, first);
        }
        if (first.getYear() != last.getYear()) {
            String pattern = language == Language.ZH ? "y年M月d日 EEE" : "EEE d MMM y";
            return format(language, pattern, first) + " – " + format(language, pattern, last);
        }
        boolean isOneMonth = first.getMonth() == last.getMonth();
        return language == Language.ZH
                ? day(language, first) + " – " + format(language, isOneMonth ? "d日 EEE" : "M月d日 EEE", last)
                : format(language, isOneMonth ? "EEE d" : "EEE d MMM", first) + " – " + day(language, last);
    }

    /** 2026年11月 or Nov 2026. */
    public static String month(Language language, YearMonth month) {
        return format(language, language == Language.ZH ? "y年M月" : "MMM y", month);
    }

    public static String time(LocalTime time) {
        return TIME.format(time);
    }

    private static String format(Language language, String pattern, TemporalAccessor date) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(date);
    }
}
