package org.panfeng.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
import org.panfeng.study.Withdrawals;

/** The next four weeks, a line each, and what can be done about them. */
final class CalendarOverview {
    private static final int WEEKS = 4;
    /** Entries that were over for longer than this are not offered for undoing. */
    private static final int DAYS_BACK = 60;

    private static final int MOST_UNDONE = 6;

    private final Timetable timetable;
    private final OfficeCalendar calendar;
    private final Withdrawals withdrawals;

    CalendarOverview(Timetable timetable, OfficeCalendar calendar, Withdrawals withdrawals) {
        this.timetable = timetable;
        this.calendar = calendar;
        this.withdrawals = withdrawals;
    }

    String text(LocalDate today, Language language) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        CalendarWeeks weeks = new CalendarWeeks(timetable, calendar.days(), withdrawals, language);
        return Texts.html(
                language,
                "calendar",
                new Html(weeks.text(monday, WEEKS)),
                new Html(notes(today, monday.plusWeeks(WEEKS), language)));
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
        if (withdrawals.isWithdrawn(today)) {
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
            boolean isWithdrawn = withdrawals.isWithdrawn(today);
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
