package org.panfeng.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import org.panfeng.chat.DayPicker;
import org.panfeng.chat.DayPicker.Mark;
import org.panfeng.chat.Language;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.programme.CalendarChange.Kind;
import org.panfeng.programme.Timetable;

/** The months from which the first and the last date of an entry are picked. */
record CalendarPicking(Timetable timetable) {
    static final int DAYS_BACK = 60;
    static final int DAYS_AHEAD = 400;
    /** A holiday or a row of study days is no longer than this; whatever is longer is a pause. */
    private static final int LONGEST = 62;

    static boolean isWithin(LocalDate first, LocalDate today) {
        return !first.isBefore(today.minusDays(DAYS_BACK)) && !first.isAfter(today.plusDays(DAYS_AHEAD));
    }

    Keyboard first(Kind kind, YearMonth month, LocalDate today, Language language) {
        String data = CalendarButtons.PREFIX + ":new:" + kind.ordinal() + ":";
        return new DayPicker(
                        today.minusDays(DAYS_BACK),
                        today.plusDays(DAYS_AHEAD),
                        this::mark,
                        date -> CalendarButtons.PREFIX + ":first:" + CalendarData.part(kind, date),
                        other -> data + other)
                .leaf(month, language)
                .and(back(language));
    }

    Keyboard last(Kind kind, LocalDate first, YearMonth month, Language language) {
        String part = CalendarData.part(kind, first);
        int longest = kind == Kind.PAUSE ? CalendarData.LONGEST_ENTRY : LONGEST;
        Keyboard leaf = new DayPicker(
                        first,
                        first.plusDays(longest - 1L),
                        date -> date.equals(first) ? Mark.CHOSEN : mark(date),
                        date -> CalendarButtons.PREFIX + ":last:" + part + ":"
                                + (1 + date.toEpochDay() - first.toEpochDay()),
                        other -> CalendarButtons.PREFIX + ":first:" + part + ":" + other)
                .leaf(month, language);
        return (kind == Kind.PAUSE ? leaf.and(endless(part, language)) : leaf).and(back(language));
    }

    private static Keyboard endless(String part, Language language) {
        return Keyboard.row(
                CalendarOverview.button(language, "calendar.endless", "last:" + part + ":" + CalendarData.ENDLESS));
    }

    private Mark mark(LocalDate date) {
        return timetable.isStudyDay(date) ? Mark.STUDY : Mark.OFF;
    }

    static Keyboard back(Language language) {
        return Keyboard.row(CalendarOverview.button(language, "calendar.back", "list"));
    }
}
