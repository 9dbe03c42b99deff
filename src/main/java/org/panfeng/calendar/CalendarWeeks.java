package org.panfeng.calendar;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.programme.CalendarChange;
import org.panfeng.programme.OfficeDays;
import org.panfeng.programme.Timetable;
import org.panfeng.study.Withdrawals;

/** Weeks of the calendar, a line each: which days are studied, and what the others are called. */
final class CalendarWeeks {
    private static final String OWN = "🏢 ";

    private final Timetable timetable;
    private final OfficeDays office;
    private final Withdrawals withdrawals;
    private final Language language;
    private final CalendarWords words;

    CalendarWeeks(Timetable timetable, OfficeDays office, Withdrawals withdrawals, Language language) {
        this.timetable = timetable;
        this.office = office;
        this.withdrawals = withdrawals;
        this.language = language;
        this.words = new CalendarWords(language);
    }

    String text(LocalDate monday, int weeks) {
        return Stream.iterate(monday, week -> week.plusWeeks(1))
                .limit(weeks)
                .map(this::week)
                .collect(Collectors.joining("\n"));
    }

    private String week(LocalDate monday) {
        List<LocalDate> dates = monday.datesUntil(monday.plusWeeks(1)).toList();
        String row = dates.stream().map(date -> cell(date)).collect(Collectors.joining(" "));
        String names = names(dates);
        return Texts.html(
                language,
                "calendar.week",
                words.span(monday, monday.plusDays(6)),
                new Html(row),
                new Html(names.isEmpty() ? "" : " — " + Html.escape(names)));
    }

    /** Its weekday for a day of study, a dot for any other. */
    private String cell(LocalDate date) {
        if (!timetable.isStudyDay(date)) {
            return "·";
        }
        String weekday = language == Language.ZH
                ? date.getDayOfWeek().getDisplayName(TextStyle.NARROW, language.locale())
                : date.getDayOfWeek()
                        .getDisplayName(TextStyle.SHORT, language.locale())
                        .substring(0, 2);
        return withdrawals.isWithdrawn(date) ? "<s>" + weekday + "</s>" : weekday;
    }

    /** What the days of a week are called, each name once with the dates that have it. */
    private String names(List<LocalDate> dates) {
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= dates.size(); i++) {
            String name = name(dates.get(from));
            if (i == dates.size() || !name(dates.get(i)).equals(name)) {
                if (!name.isEmpty()) {
                    names.add(dated(dates, from, i - 1, name));
                }
                from = i;
            }
        }
        return String.join(" · ", names);
    }

    /** Whatever lasts the whole week needs no dates: they stand at the beginning of its line. */
    private String dated(List<LocalDate> dates, int from, int to, String name) {
        boolean isWholeWeek = from == 0 && to == dates.size() - 1;
        return isWholeWeek ? name : words.span(dates.get(from), dates.get(to)) + " " + name;
    }

    private String name(LocalDate date) {
        Optional<CalendarChange> own = office.changeOn(date);
        if (own.isPresent()) {
            String name = own.get().name();
            return OWN + (name.isEmpty() ? words.kind(own.get().kind()) : name);
        }
        return office.nameOf(date)
                .map(name -> office.isWorkingDay(date) ? Texts.plain(language, "calendar.make-up-day", name) : name)
                .orElse("");
    }
}
