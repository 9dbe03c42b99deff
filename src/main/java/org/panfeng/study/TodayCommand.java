package org.panfeng.study;

import java.time.Instant;
import java.util.List;
import org.panfeng.chat.Command;
import org.panfeng.chat.Role;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Sender;
import org.panfeng.people.Person;
import org.panfeng.people.Staff;

/** {@code /today}: the day's task, from where it was left. */
record TodayCommand(Staff staff, Today today) implements Command {
    @Override
    public String name() {
        return "today";
    }

    @Override
    public Role from() {
        return Role.STAFF;
    }

    @Override
    public void foresee(List<Sender> askers, Instant now) {
        today.foresee(
                askers.stream()
                        .flatMap(sender -> staff.withTelegramId(sender.id()).stream())
                        .filter(Person::isEnrolled)
                        .map(Person::id)
                        .toList(),
                now);
    }

    @Override
    public void run(Turn turn, String words) {
        staff.withTelegramId(turn.speaker().sender().id())
                .filter(Person::isEnrolled)
                .ifPresentOrElse(person -> today.show(person, turn.now()), () -> turn.sayHowToJoin());
    }
}
