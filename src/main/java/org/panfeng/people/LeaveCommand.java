package org.panfeng.people;

import org.panfeng.chat.Command;
import org.panfeng.chat.Role;
import org.panfeng.chat.Turn;

/** {@code /leave}: a person's own leave. */
record LeaveCommand(Staff staff, StudyDates dates, LeavePanel panel) implements Command {
    @Override
    public String name() {
        return "leave";
    }

    @Override
    public Role from() {
        return Role.STAFF;
    }

    @Override
    public void run(Turn turn, String words) {
        staff.withTelegramId(turn.speaker().sender().id())
                .filter(Person::isEnrolled)
                .ifPresentOrElse(person -> show(turn, person), () -> turn.sayHowToJoin());
    }

    private void show(Turn turn, Person person) {
        PeoplePanel.View view = panel.list(new LeaveVisit(person, true, turn.language(), dates.dateOf(turn.now())));
        turn.send(view.content(), view.keyboard());
    }
}
