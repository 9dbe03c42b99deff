package org.panfeng.people;

import java.util.Optional;
import org.panfeng.chat.Command;
import org.panfeng.chat.Role;
import org.panfeng.chat.Turn;

/** {@code /start}, with the code of an invitation or without. */
final class StartCommand implements Command {
    private final Staff staff;
    private final Enrolment enrolment;
    private final Newcomers newcomers;

    StartCommand(Staff staff, Enrolment enrolment, Newcomers newcomers) {
        this.staff = staff;
        this.enrolment = enrolment;
        this.newcomers = newcomers;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Role from() {
        return Role.GUEST;
    }

    @Override
    public boolean isListed() {
        return false;
    }

    @Override
    public void run(Turn turn, String code) {
        long telegramId = turn.speaker().sender().id();
        staff.found(telegramId);
        Optional<Person> enrolled = staff.withTelegramId(telegramId).filter(Person::isEnrolled);
        if (enrolled.isPresent()) {
            Person person = enrolled.get();
            turn.say(
                    enrolment.missingDepartment(person),
                    "enrol.already",
                    person.name(),
                    enrolment.departmentName(person, turn.language()));
            newcomers.enrolled(person, turn.now());
        } else if (code.isEmpty()) {
            enrolment.byDoor(turn);
        } else {
            enrolment.byCode(turn, code);
        }
    }
}
