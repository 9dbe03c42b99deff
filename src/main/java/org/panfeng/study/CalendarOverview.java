package org.panfeng.study;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;
import org.panfeng.programme.CalendarChange;
import org.panfeng.programme.OfficeCalendar;
import org.panfeng.programme.OfficeDays;
import org.panfeng.programme.Timetable;

/** The next four weeks, a line each, and what can be done about them. */
final class CalendarOverview {
    private static final int WEEKS = 4;
    /** Entries that were over for longer than this are not offered for undoing. */
    private static final int DAYS_BACK = 60;

    private static final int MOST_UNDONE = 6;
    private static final String OWN = "🏢 ";

    private final Timetable timetable;
    private final OfficeCalendar calendar;
    private final ProgrammeDays days;

    CalendarOverview(Timetable timetable, OfficeCalendar calendar, ProgrammeDays days) {
        this.timetable = timetable;
        this.calendar = calendar;
        this.days = days;
    }

    String text(LocalDate today, Language language) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        String weeks = Stream.iterate(monday, week -> week.plusWeeks(1))
                .limit(WEEKS)
                .map(week -> week(week, language))
                .collect(Collectors.joining("\n"));
        return Texts.html(
                language, "calendar", new Html(weeks), new Html(notes(today, monday.plusWeeks(WEEKS), language)));
    }

    private String week(LocalDate monday, Language language) {
        CalendarWords words = new CalendarWords(language);
        List<LocalDate> dates = monday.datesUntil(monday.plusWeeks(1)).toList();
        String row = dates.stream().map(date -> cell(date, language)).collect(Collectors.joining(" "));
        String names = names(dates, words);
        return Texts.html(
                language,
                "calendar.week",
                words.span(monday, monday.plusDays(6)),
                new Html(row),
                new Html(names.isEmpty() ? "" : " — " + Html.escape(names)));
    }

    /** Its weekday for a day of study, a dot for any other. */
    private String cell(LocalDate date, Language language) {
        if (!timetable.isStudyDay(date)) {
            return "·";
        }
        String weekday = language == Language.ZH
                ? date.getDayOfWeek().getDisplayName(TextStyle.NARROW, language.locale())
                : date.getDayOfWeek()
                        .getDisplayName(TextStyle.SHORT, language.locale())
                        .substring(0, 2);
        return days.isWithdrawn(date) ? "<s>" + weekday + "</s>" : weekday;
    }

    /** What the days of a week are called, each name once with the dates that have it. */
    private String names(List<LocalDate> dates, CalendarWords words) {
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= dates.size(); i++) {
            String name = name(dates.get(from), words);
            if (i == dates.size() || !name(dates.get(i), words).equals(name)) {
                if (!name.isEmpty()) {
                    names.add(words.span(dates.get(from), dates.get(i - 1)) + " " + name);
                }
                from = i;
            }
        }
        return String.join(" · ", names);
    }

    private String name(LocalDate date, CalendarWords words) {
        Optional<CalendarChange> own = calendar.days().changeOn(date);
        if (own.isPresent()) {
            String name = own.get().name();
            return OWN + (name.isEmpty() ? words.kind(own.get().kind()) : name);
        }
        return calendar.nameOf(date)
                .map(name -> calendar.isWorkingDay(date)
                        ? Texts.plain(words.language(), "calendar.make-up-day", name)
                        : name)
                .orElse("");
    }

    private String notes(LocalDate today, LocalDate end, Language language) {
        List<String> notes = new ArrayList<>();
        if (timetable.firstDay() != null || timetable.lastDay() != null) {
            String open = Texts.plain(language, "calendar.no-date");
            notes.add(Texts.html(
                    language,
                    "calendar.programme",
                    date(timetable.firstDay(), open, language),
                    date(timetable.lastDay(), open, language)));
        }
        if (days.isWithdrawn(today)) {
            notes.add(Texts.html(language, "calendar.withdrawn", Dates.day(language, today)));
        }
        Stream.of(today.getYear(), end.getYear())
                .distinct()
                .filter(year -> !calendar.hasDataFor(year))
                .forEach(year -> notes.add(Texts.html(language, "status.calendar-missing", String.valueOf(year))));
        notes.add(Texts.html(language, "calendar.legend"));
        return String.join("\n", notes);
    }

    private static String date(@Nullable LocalDate date, String otherwise, Language language) {
        return date == null ? otherwise : Dates.date(language, date);
    }

    Keyboard keyboard(LocalDate today, Language language) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(add(CalendarChange.Kind.HOLIDAY, language));
        buttons.add(add(CalendarChange.Kind.STUDY, language));
        Optional<CalendarChange> pause = pauseOn(today);
        buttons.add(
                pause.isPresent()
                        ? button(
                                language,
                                "calendar.resume",
                                "resume:" + pause.get().id())
                        : add(CalendarChange.Kind.PAUSE, language));
        if (timetable.isStudyDay(today)) {
            boolean isWithdrawn = days.isWithdrawn(today);
            buttons.add(button(
                    language,
                    isWithdrawn ? "calendar.give-back" : "calendar.withdraw",
                    (isWithdrawn ? "back:" : "away:") + today));
        }
        return Keyboard.grid(buttons, 2).and(undo(today, language));
    }

    Optional<CalendarChange> pauseOn(LocalDate today) {
        return calendar.days().changeOn(today).filter(change -> change.kind() == CalendarChange.Kind.PAUSE);
    }

    private static Button add(CalendarChange.Kind kind, Language language) {
        return button(language, "calendar.add." + CalendarWords.word(kind), "new:" + kind.ordinal());
    }

    private Keyboard undo(LocalDate today, Language language) {
        CalendarWords words = new CalendarWords(language);
        OfficeDays office = calendar.days();
        return Keyboard.column(office.changes().stream()
                .filter(change -> change.last() == null || !change.last().isBefore(today.minusDays(DAYS_BACK)))
                .sorted(Comparator.comparingLong(CalendarChange::id).reversed())
                .limit(MOST_UNDONE)
                .map(change -> new Button(
                        Texts.plain(language, "calendar.undo.of", words.entry(change)),
                        CalendarButtons.PREFIX + ":undo:" + change.id()))
                .toList());
    }

    static Button button(Language language, String key, String data) {
        return new Button(Texts.plain(language, key), CalendarButtons.PREFIX + ":" + data);
    }
}
