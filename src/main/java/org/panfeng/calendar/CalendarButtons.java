package org.panfeng.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Consumer;
import org.panfeng.calendar.CalendarPlan.What;
import org.panfeng.chat.ButtonData;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Role;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.programme.CalendarChange;
import org.panfeng.programme.CalendarChange.Kind;
import org.panfeng.programme.Timetable;

/** The buttons of {@code /calendar}: dates are picked, what comes of it is shown, and only what is confirmed is changed. */
final class CalendarButtons implements ButtonHandler {
    static final String PREFIX = "cal";

    private final Timetable timetable;
    private final CalendarPicking picking;
    private final CalendarDesk desk;
    private final CalendarEntries entries;
    private final LessonWithdrawal withdrawal;

    CalendarButtons(Timetable timetable, CalendarDesk desk, CalendarEntries entries, LessonWithdrawal withdrawal) {
        this.timetable = timetable;
        this.picking = new CalendarPicking(timetable);
        this.desk = desk;
        this.entries = entries;
        this.withdrawal = withdrawal;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Role pressedBy() {
        return Role.ADMIN;
    }

    @Override
    public void pressed(Turn turn, ButtonData data) {
        turn.stopAsking(HolidayName.KIND);
        switch (data.word(0)) {
            case "list" -> desk.show(turn);
            case "new" -> pickFirst(turn, data);
            case "first" -> pickLast(turn, data);
            case "last" -> ofNew(turn, data, change -> picked(turn, change));
            case "see" -> ofNew(turn, data, change -> desk.preview(turn, new CalendarPlan(What.ADD, change)));
            case "ok" -> ofNew(turn, data, change -> desk.carryOut(turn, new CalendarPlan(What.ADD, change)));
            case "undo" -> ofEntry(turn, data, What.UNDO, false);
            case "undone" -> ofEntry(turn, data, What.UNDO, true);
            case "resume" -> ofEntry(turn, data, What.RESUME, false);
            case "resumed" -> ofEntry(turn, data, What.RESUME, true);
            default -> withdrawal.pressed(turn, data);
        }
    }

    private LocalDate today(Turn turn) {
        return timetable.dateOf(turn.now());
    }

    private void pickFirst(Turn turn, ButtonData data) {
        Kind kind = data.oneOf(Kind.class, 1);
        LocalDate today = today(turn);
        YearMonth month = data.parts().size() > 2 ? data.month(2) : YearMonth.from(today);
        turn.edit(
                picking.first(kind, month, today, turn.language()), "calendar.pick-first." + CalendarWords.word(kind));
    }

    private void pickLast(Turn turn, ButtonData data) {
        Kind kind = data.oneOf(Kind.class, 1);
        LocalDate first = CalendarData.day(data, 2);
        if (!CalendarPicking.isWithin(first, today(turn))) {
            turn.refuseOldButton();
            return;
        }
        YearMonth month = data.parts().size() > 3 ? data.month(3) : YearMonth.from(first);
        turn.edit(
                picking.last(kind, first, month, turn.language()),
                "calendar.pick-last",
                Dates.day(turn.language(), first));
    }

    /** A holiday has a name; the others need none. */
    private void picked(Turn turn, CalendarChange change) {
        if (change.kind() == Kind.HOLIDAY) {
            turn.ask(HolidayName.KIND, CalendarData.of(change));
            turn.edit(
                    Keyboard.row(
                            CalendarOverview.button(turn.language(), "calendar.skip", "see:" + CalendarData.of(change)),
                            CalendarDesk.cancel(turn.language())),
                    "calendar.type-name",
                    new CalendarWords(turn.language()).entry(change));
        } else {
            desk.preview(turn, new CalendarPlan(What.ADD, change));
        }
    }

    private void ofNew(Turn turn, ButtonData data, Consumer<CalendarChange> then) {
        CalendarChange change = CalendarData.change(data, 1);
        if (CalendarPicking.isWithin(change.first(), today(turn))) {
            then.accept(change);
        } else {
            turn.refuseOldButton();
        }
    }

    private void ofEntry(Turn turn, ButtonData data, What what, boolean isConfirmed) {
        entries.withId(data.number(1))
                .filter(change -> what == What.UNDO || change.kind() == Kind.PAUSE)
                .map(change -> new CalendarPlan(what, change))
                .ifPresentOrElse(
                        plan -> {
                            if (isConfirmed) {
                                desk.carryOut(turn, plan);
                            } else {
                                desk.preview(turn, plan);
                            }
                        },
                        () -> turn.alert("calendar.gone"));
    }
}
