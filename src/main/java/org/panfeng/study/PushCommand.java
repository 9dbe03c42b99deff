package org.panfeng.study;

import java.time.LocalDate;
import java.util.Optional;
import org.panfeng.chat.Command;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Html;
import org.panfeng.chat.Role;
import org.panfeng.chat.Turn;
import org.panfeng.programme.Timetable;

/** {@code /push}: today's task now, to everybody who has not had it. It is only taken down here; a large office takes a while. */
record PushCommand(Timetable timetable, ProgrammeDays days, PushOrders orders, Summaries summaries) implements Command {
    @Override
    public String name() {
        return "push";
    }

    @Override
    public Role from() {
        return Role.ADMIN;
    }

    @Override
    public void run(Turn turn, String words) {
        Optional<LocalDate> day = timetable.studyDayAt(turn.now());
        if (day.isEmpty()) {
            LocalDate date = timetable.dateOf(turn.now());
            turn.say("push.off", Dates.day(turn.language(), date), new Html(summaries.nextDay(date, turn.language())));
            return;
        }
        if (days.isWithdrawn(day.get())) {
            turn.say("push.withdrawn", Dates.day(turn.language(), day.get()));
            return;
        }
        orders.take(day.get(), turn.chatId(), turn.language(), turn.now());
        turn.say("push.begun", Dates.day(turn.language(), day.get()));
    }
}
