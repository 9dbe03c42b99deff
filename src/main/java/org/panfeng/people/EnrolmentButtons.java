package org.panfeng.people;

import java.util.Optional;
import org.panfeng.chat.ButtonData;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.PromptHandler;
import org.panfeng.chat.Role;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Keyboard;

/** The buttons of the welcome and of the question for the department, and the name a newcomer types. */
final class EnrolmentButtons implements ButtonHandler, PromptHandler {
    private final Staff staff;
    private final Departments departments;
    private final Enrolment enrolment;

    EnrolmentButtons(Staff staff, Departments departments, Enrolment enrolment) {
        this.staff = staff;
        this.departments = departments;
        this.enrolment = enrolment;
    }

    @Override
    public String prefix() {
        return Enrolment.BUTTON;
    }

    @Override
    public String kind() {
        return Enrolment.NAME;
    }

    @Override
    public void pressed(Turn turn, ButtonData data) {
        Optional<Person> known = staff.withTelegramId(turn.speaker().sender().id());
        if (data.word(0).equals("in") && turn.speaker().role() == Role.ADMIN) {
            if (known.filter(Person::isEnrolled).isEmpty()) {
                enrolment.admin(turn);
            }
        } else if (known.isEmpty()) {
            turn.sayHowToJoin();
        } else {
            pressed(turn, known.get(), data);
        }
    }

    private void pressed(Turn turn, Person person, ButtonData data) {
        switch (data.word(0)) {
            case "right" -> {
                if (person.isEnrolled()) {
                    confirm(turn, person);
                } else {
                    turn.refuseOldButton();
                }
            }
            case "rename" -> {
                turn.ask(Enrolment.NAME, "");
                turn.say("enrol.type-name", person.name());
            }
            case "dept" -> choose(turn, person, new DepartmentId(data.number(1)));
            case "depts" ->
                turn.edit(
                        enrolment.departmentButtons(departments.all(), data.below(Integer.MAX_VALUE, 1)),
                        "enrol.which-department",
                        person.name());
            default -> turn.refuseOldButton();
        }
    }

    private void confirm(Turn turn, Person person) {
        Keyboard choice = enrolment.missingDepartment(person);
        if (choice.isEmpty()) {
            turn.edit(
                    Keyboard.row(Enrolment.rename(turn.language())),
                    "enrol.confirmed",
                    person.name(),
                    enrolment.departmentName(person, turn.language()));
        } else {
            turn.edit(choice, "enrol.which-department", person.name());
        }
    }

    private void choose(Turn turn, Person person, DepartmentId choice) {
        Optional<Department> department = departments.withId(choice);
        if (department.isEmpty()) {
            turn.refuseOldButton();
        } else if (person.department().isPresent()) {
            turn.alert("enrol.department-fixed", enrolment.departmentName(person, turn.language()));
        } else {
            staff.move(person.id(), choice, turn.now());
            Person moved = staff.withId(person.id()).orElseThrow();
            if (moved.status() == Person.Status.WAITING) {
                enrolment.request(turn, moved);
            } else {
                confirm(turn, moved);
            }
        }
    }

    @Override
    public void answered(Turn turn, String payload, String words) {
        Optional<Person> person = staff.withTelegramId(turn.speaker().sender().id());
        Optional<String> name = PersonName.tidy(words);
        if (person.isEmpty() || name.isEmpty()) {
            turn.ask(Enrolment.NAME, "");
            turn.say("enrol.bad-name");
        } else {
            staff.rename(person.get().id(), name.get());
            turn.say("enrol.renamed", name.get());
        }
    }
}
