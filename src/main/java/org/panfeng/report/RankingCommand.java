package org.panfeng.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.panfeng.chat.ButtonData;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Command;
import org.panfeng.chat.Role;
import org.panfeng.chat.Turn;
import org.panfeng.people.DepartmentId;
import org.panfeng.people.Departments;
import org.panfeng.people.Person;
import org.panfeng.people.Staff;
import org.panfeng.programme.Timetable;

/** {@code /ranking}: who is on a streak. Leaders turn pages, staff see the top and their neighbours. */
final class RankingCommand implements Command, ButtonHandler {
    static final String PREFIX = "rank";

    private final Staff staff;
    private final Departments departments;
    private final Timetable timetable;
    private final RankingMessage message;

    RankingCommand(Staff staff, Departments departments, Timetable timetable, RankingMessage message) {
        this.staff = staff;
        this.departments = departments;
        this.timetable = timetable;
        this.message = message;
    }

    @Override
    public String name() {
        return "ranking";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("rank");
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Role from() {
        return Role.STAFF;
    }

    @Override
    public void run(Turn turn, String words) {
        RankingMessage.View view = view(turn, RankingView.STREAK, Optional.empty(), 0);
        turn.send(view.content(), view.keyboard());
    }

    @Override
    public void pressed(Turn turn, ButtonData data) {
        if (turn.speaker().role() == Role.GUEST) {
            turn.alert("not-enrolled");
            return;
        }
        RankingView ranked = data.oneOf(RankingView.class, 1);
        long number = data.number(2);
        Optional<DepartmentId> department = number == 0 ? Optional.empty() : Optional.of(new DepartmentId(number));
        int page = data.below(Integer.MAX_VALUE, 3);
        if (data.word(0).equals("choose")) {
            turn.edit(
                    message.departmentQuestion(turn.language()),
                    message.departmentButtons(turn.language(), departments.all(), ranked, page));
            return;
        }
        RankingMessage.View view = view(turn, ranked, department, page);
        turn.edit(view.content(), view.keyboard());
    }

    private RankingMessage.View view(Turn turn, RankingView ranked, Optional<DepartmentId> department, int page) {
        LocalDate today = timetable.dateOf(turn.now());
        Optional<Person> viewer = staff.withTelegramId(turn.speaker().sender().id());
        Rankings.Scope scope = new Rankings.Scope(ranked, RankingMessage.firstDay(ranked, today), department);
        boolean turnsPages = turn.speaker().role().includes(Role.LEADER);
        String of = department
                .flatMap(departments::withId)
                .map(found -> found.name())
                .orElse("");
        return turnsPages
                ? message.page(turn.language(), scope, of, viewer, page, turn.now())
                : message.neighbours(turn.language(), scope, of, viewer.orElseThrow(), turn.now());
    }
}
