package org.panfeng.calendar;

import java.time.LocalTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Command;
import org.panfeng.chat.PromptHandler;
import org.panfeng.mailbox.Outbox;
import org.panfeng.people.Staff;
import org.panfeng.programme.CalendarChanges;
import org.panfeng.programme.Timetable;
import org.panfeng.study.StudyFeature;

/** The calendar's conversation, put together. */
public final class CalendarFeature {
    private final CalendarCommand command;
    private final CalendarButtons buttons;
    private final HolidayName holidayName;
    private final MissingYear missingYear;

    /**
     * @param programme the programme's id
     * @param pushAt from when on admins are told something in the morning, in the programme's zone
     */
    public CalendarFeature(
            Jdbi jdbi,
            String programme,
            Timetable timetable,
            CalendarChanges changes,
            LocalTime pushAt,
            Staff staff,
            StudyFeature study,
            Outbox outbox) {
        CalendarEntries entries = new CalendarEntries(timetable, changes, study.recountOrders());
        CalendarOverview overview = new CalendarOverview(timetable, changes.calendar(), study.withdrawals());
        CalendarPreview preview = new CalendarPreview(staff, study);
        CalendarDesk desk = new CalendarDesk(timetable, overview, preview, entries);
        this.command = new CalendarCommand(timetable, desk);
        this.buttons = new CalendarButtons(timetable, desk, entries, new LessonWithdrawal(timetable, study, staff));
        this.holidayName = new HolidayName(desk);
        this.missingYear = new MissingYear(jdbi, programme, timetable, pushAt, staff, outbox);
    }

    public List<Command> commands() {
        return List.of(command);
    }

    public List<ButtonHandler> buttons() {
        return List.of(buttons);
    }

    public List<PromptHandler> prompts() {
        return List.of(holidayName);
    }

    public MissingYear missingYear() {
        return missingYear;
    }
}
