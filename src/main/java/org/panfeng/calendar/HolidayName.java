package org.panfeng.calendar;

import java.util.List;
import java.util.Optional;
import org.panfeng.chat.ButtonData;
import org.panfeng.chat.PromptHandler;
import org.panfeng.chat.Role;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.programme.CalendarChange;

/** What people call the days off that an admin has picked. */
record HolidayName(CalendarDesk desk) implements PromptHandler {
    static final String KIND = "holiday";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Role answeredBy() {
        return Role.ADMIN;
    }

    @Override
    public void answered(Turn turn, String payload, String words) {
        CalendarChange change = CalendarData.change(new ButtonData(List.of(payload.split(":", -1))), 0);
        Optional<String> name = CalendarData.name(words);
        if (name.isEmpty()) {
            turn.ask(KIND, payload);
            turn.say(
                    Keyboard.row(
                            CalendarOverview.button(turn.language(), "calendar.skip", "see:" + payload),
                            CalendarDesk.cancel(turn.language())),
                    "calendar.bad-name");
        } else {
            desk.preview(
                    turn,
                    new CalendarPlan(
                            CalendarPlan.What.ADD,
                            new CalendarChange(change.id(), change.kind(), change.first(), change.last(), name.get())));
        }
    }
}
