package org.panfeng.study;

import java.time.LocalDate;
import java.util.Optional;
import org.panfeng.chat.Command;
import org.panfeng.chat.Dates;
import org.panfeng.chat.Html;
import org.panfeng.chat.Role;
import org.panfeng.chat.Turn;
import org.panfeng.programme.Timetable;

/** {@code /push}: today's task now, to everybody who has not had it. */
record PushCommand(Timetable timetable, DailyPush push, Tasks tasks, Completion completion) implements Command {
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
            turn.say("push.off", Dates.day(turn.language(), date), new Html(completion.nextDay(date, turn.language())));
            return;
        }
        long had = tasks.participation(day.get()).given();
        int pushed = push.toEverybody(day.get(), turn.now());
        if (had + pushed == 0) {
            turn.say("push.nobody");
            return;
        }
        turn.say("push.done", Dates.day(turn.language(), day.get()), pushed, had);
    }
}
