package org.panfeng.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.panfeng.chat.ButtonData;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.people.Staff;
import org.panfeng.programme.Timetable;
import org.panfeng.study.StudyFeature;

/** Today's lesson is withdrawn, and given back as long as its day lasts. Whoever has done it keeps the day, the others are excused. */
final class LessonWithdrawal {
    private final Timetable timetable;
    private final StudyFeature study;
    private final Staff staff;

    LessonWithdrawal(Timetable timetable, StudyFeature study, Staff staff) {
        this.timetable = timetable;
        this.study = study;
        this.staff = staff;
    }

    void pressed(Turn turn, ButtonData data) {
        LocalDate day = data.date(1);
        Optional<LocalDate> today = timetable.studyDayAt(turn.now());
        if (!today.equals(Optional.of(day))) {
            turn.alert("calendar.withdraw.late");
            return;
        }
        switch (data.word(0)) {
            case "away" -> preview(turn, day);
            case "gone" -> withdraw(turn, day);
            case "back" ->
                turn.edit(
                        confirming(turn, "given:" + day),
                        "calendar.preview.give-back",
                        Dates.day(turn.language(), day));
            case "given" -> giveBack(turn, day);
            default -> turn.refuseOldButton();
        }
    }

    private void preview(Turn turn, LocalDate day) {
        long done = study.participation(day).done();
        long others = Math.max(0, staff.audience().everybody() - done);
        turn.edit(
                confirming(turn, "gone:" + day),
                "calendar.preview.withdraw",
                Dates.day(turn.language(), day),
                done,
                others);
    }

    private static Keyboard confirming(Turn turn, String data) {
        return Keyboard.row(
                CalendarOverview.button(turn.language(), "calendar.confirm", data),
                CalendarDesk.cancel(turn.language()));
    }

    private void withdraw(Turn turn, LocalDate day) {
        if (!study.withdrawals().withdraw(day, turn.now())) {
            turn.alert("calendar.withdraw.late");
            return;
        }
        turn.edit(
                Keyboard.row(
                        CalendarOverview.button(turn.language(), "calendar.undo", "back:" + day),
                        CalendarOverview.button(turn.language(), "calendar.back", "list")),
                "calendar.done.withdraw",
                Dates.day(turn.language(), day));
    }

    private void giveBack(Turn turn, LocalDate day) {
        if (!study.withdrawals().giveBack(day)) {
            turn.alert("calendar.withdraw.late");
            return;
        }
        turn.edit(CalendarPicking.back(turn.language()), "calendar.done.give-back", Dates.day(turn.language(), day));
    }
}
