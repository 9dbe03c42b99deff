package org.panfeng.chat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;

/**
 * A keyboard from which a date is picked, a month at a time. It remembers nothing: what is picked comes back in the buttons' data.
 *
 * @param first the earliest date that can be picked
 * @param last the latest date that can be picked
 * @param marks how a date between the two looks
 * @param pick the data of the button for a date; {@link ButtonData#date} reads what {@code toString} writes
 * @param turn the data of the button for another month; {@link ButtonData#month} reads what {@code toString} writes
 */
public record DayPicker(
        LocalDate first,
        LocalDate last,
        Function<LocalDate, Mark> marks,
        Function<LocalDate, String> pick,
        Function<YearMonth, String> turn) {

    /** How a date looks. */
    public enum Mark {
        STUDY("%d"),
        OFF("(%d)"),
        CHOSEN("✓%d"),
        /** It cannot be picked. */
        CLOSED("·");

        private final String label;

        Mark(String label) {
            this.label = label;
        }
    }

    private static final String NOTHING = "·";
    private static final int WEEK = DayOfWeek.values().length;

    public DayPicker {
        if (first.isAfter(last)) {
            throw new IllegalArgumentException("There is no date from " + first + " to " + last);
        }
    }

    /**
     * The leaf of a month: its name, the days of the week, and a row for each week, Monday first. A week without a date that can be picked
     * is left out, since every row counts on a phone.
     *
     * @param month one without a date that can be picked gives way to the nearest that has one
     */
    public Keyboard leaf(YearMonth month, Language language) {
        YearMonth shown = nearest(month);
        return heading(shown, language).and(weekdays(language)).and(days(shown));
    }

    private YearMonth nearest(YearMonth month) {
        YearMonth earliest = YearMonth.from(first);
        YearMonth latest = YearMonth.from(last);
        return month.isBefore(earliest) ? earliest : month.isAfter(latest) ? latest : month;
    }

    private Keyboard heading(YearMonth month, Language language) {
        return Keyboard.row(
                turner("‹", month.minusMonths(1)),
                new Button(Dates.month(language, month), InertButtons.LABEL),
                turner("›", month.plusMonths(1)));
    }

    private Button turner(String label, YearMonth to) {
        return nearest(to).equals(to) ? new Button(label, turn.apply(to)) : new Button(NOTHING, InertButtons.LABEL);
    }

    private static Keyboard weekdays(Language language) {
        return new Keyboard(List.of(Arrays.stream(DayOfWeek.values())
                .map(day -> new Button(label(day, language), InertButtons.LABEL))
                .toList()));
    }

    /** So short that seven stand in a row on a phone: 一 or Mo. */
    private static String label(DayOfWeek day, Language language) {
        return language == Language.ZH
                ? day.getDisplayName(TextStyle.NARROW, language.locale())
                : day.getDisplayName(TextStyle.SHORT, language.locale()).substring(0, 2);
    }

    private Keyboard days(YearMonth month) {
        int before = month.atDay(1).getDayOfWeek().ordinal();
        int after = Math.floorMod(-before - month.lengthOfMonth(), WEEK);
        Button outside = new Button(NOTHING, InertButtons.LABEL);
        Stream<Button> within =
                month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).map(this::day);
        Keyboard weeks = Keyboard.grid(
                Stream.of(
                                Collections.nCopies(before, outside).stream(),
                                within,
                                Collections.nCopies(after, outside).stream())
                        .flatMap(buttons -> buttons)
                        .toList(),
                WEEK);
        return new Keyboard(weeks.rows().stream().filter(DayPicker::hasDate).toList());
    }

    private static boolean hasDate(List<Button> week) {
        return week.stream().anyMatch(day -> !day.label().equals(NOTHING));
    }

    private Button day(LocalDate date) {
        Mark mark = date.isBefore(first) || date.isAfter(last) ? Mark.CLOSED : marks.apply(date);
        return mark == Mark.CLOSED
                ? new Button(NOTHING, InertButtons.DAY)
                : new Button(mark.label.formatted(date.getDayOfMonth()), pick.apply(date));
    }
}
