package org.panfeng.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.programme.CalendarChange;

/** Dates and entries of the calendar as people say them. Texts for buttons, so nothing in them is markup. */
record CalendarWords(Language language) {
    /** So many dates are named one by one. */
    private static final int NAMED = 6;

    /** 放假 12月31日 – 1月3日 “元旦”. */
    String entry(CalendarChange change) {
        String named = change.name().isEmpty() ? "" : Texts.plain(language, "calendar.entry.name", change.name());
        return kind(change.kind()) + " " + span(change) + named;
    }

    String kind(CalendarChange.Kind kind) {
        return Texts.plain(language, "calendar.kind." + word(kind));
    }

    static String word(CalendarChange.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private String span(CalendarChange change) {
        LocalDate last = change.last();
        return last == null
                ? Texts.plain(language, "calendar.from", Dates.shortDay(language, change.first()))
                : span(change.first(), last);
    }

    /** 12月31日, 11月24–25日 or 12月28日 – 1月3日. */
    String span(LocalDate first, LocalDate last) {
        return Dates.shortSpan(language, first, last);
    }

    /** The dates, or of many the first and the last ones. */
    String days(List<LocalDate> days) {
        return days.size() <= NAMED
                ? Dates.days(language, days)
                : Dates.days(language, days.subList(0, NAMED - 1)) + " … "
                        + Dates.day(language, days.get(days.size() - 1));
    }
}
