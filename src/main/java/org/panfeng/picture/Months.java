package org.panfeng.picture;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.stream.IntStream;
import org.panfeng.chat.Dates;

/** Twelve months in rows of three, weeks from Monday to Sunday. */
final class Months {
    private static final int MONTHS = 12;
    private static final double STEP_RIGHT = Cell.WIDTH + 5;
    private static final int STEP_DOWN = (int) Cell.HEIGHT + 5;
    private static final int TITLE_SIZE = 30;
    private static final int TITLE_HEIGHT = 42;
    private static final int WEEKDAYS_SIZE = 24;
    private static final int WEEKDAYS_HEIGHT = 32;
    private static final int GAP = 18;

    private final HeatMap map;
    private final List<YearMonth> months;

    Months(HeatMap map) {
        this.map = map;
        YearMonth last = YearMonth.from(map.today());
        this.months = IntStream.rangeClosed(1, MONTHS)
                .mapToObj(number -> last.minusMonths(MONTHS - (long) number))
                .toList();
    }

    int height() {
        int height = WEEKDAYS_HEIGHT;
        for (int first = 0; first < MONTHS; first += YearSheet.COLUMNS) {
            height += rowHeight(first);
        }
        return height;
    }

    /** As high as the longest of its months needs, which touches four to six weeks. */
    private int rowHeight(int first) {
        int weeks = months.subList(first, first + YearSheet.COLUMNS).stream()
                .mapToInt(month -> week(month.atEndOfMonth()) + 1)
                .max()
                .orElseThrow();
        return TITLE_HEIGHT + weeks * STEP_DOWN + GAP;
    }

    void draw(int top, Pen pen) {
        for (int first = 0; first < MONTHS; first += YearSheet.COLUMNS) {
            int days = top + TITLE_HEIGHT + (first == 0 ? WEEKDAYS_HEIGHT : 0);
            for (int column = 0; column < YearSheet.COLUMNS; column++) {
                double left = YearSheet.left(column);
                YearMonth month = months.get(first + column);
                pen.write(title(month), left, top + TITLE_SIZE * 0.9, TITLE_SIZE, Ink.TEXT);
                if (first == 0) {
                    weekdays(left, days, pen);
                }
                days(month, left, days, pen);
            }
            top = days - TITLE_HEIGHT + rowHeight(first);
        }
    }

    /** The year is said where it begins. */
    private String title(YearMonth month) {
        boolean isFirstOfYear = month.getMonthValue() == 1 || month.equals(months.get(0));
        return isFirstOfYear ? Dates.month(map.language(), month) : Dates.monthName(map.language(), month);
    }

    private void weekdays(double left, double days, Pen pen) {
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.getDisplayName(TextStyle.NARROW, map.language().locale());
            double middle = left + day.ordinal() * STEP_RIGHT + Cell.WIDTH / 2;
            pen.around(name, middle, days - WEEKDAYS_HEIGHT / 2.0, WEEKDAYS_SIZE, Cell.WIDTH, Ink.QUIET_TEXT);
        }
    }

    private void days(YearMonth month, double left, double top, Pen pen) {
        for (int number = 1; number <= month.lengthOfMonth(); number++) {
            LocalDate day = month.atDay(number);
            double x = left + day.getDayOfWeek().ordinal() * STEP_RIGHT;
            Cell cell = new Cell(x, top + (double) week(day) * STEP_DOWN);
            cell.draw(map.shades().apply(day), pen);
            if (day.equals(map.today())) {
                cell.frame(pen);
            }
        }
    }

    /** In which week of its month a day is, from 0. */
    private static int week(LocalDate day) {
        return (day.getDayOfMonth() - 1 + day.withDayOfMonth(1).getDayOfWeek().ordinal()) / 7;
    }
}
