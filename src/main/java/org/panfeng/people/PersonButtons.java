package org.panfeng.people;

import java.time.LocalDate;
import java.util.Optional;
import org.panfeng.chat.ButtonData;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Role;
import org.panfeng.chat.Turn;

/** What an admin does for one person: appoints, suspends, brings back, moves. */
final class PersonButtons implements ButtonHandler {
    static final String PREFIX = "person";

    private final Staff staff;
    private final Departments departments;
    private final Absences absences;
    private final StudyDates dates;
    private final PersonPanel panel;
    private final Menus menus;
    private final LeaveLetters letters;

    PersonButtons(
            Staff staff,
            Departments departments,
            Absences absences,
            StudyDates dates,
            PersonPanel panel,
            Menus menus,
            LeaveLetters letters) {
        this.staff = staff;
        this.departments = departments;
        this.absences = absences;
        this.dates = dates;
        this.panel = panel;
        this.menus = menus;
        this.letters = letters;
    }

    /** The data of a button that shows this person. */
    static String showing(Person person) {
        return PREFIX + ":show:" + person.id().value();
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Role pressedBy() {
        return Role.ADMIN;
    }

    @Override
    public void pressed(Turn turn, ButtonData data) {
        Optional<Person> person = staff.withId(new PersonId(data.number(1)));
        if (person.isEmpty() || !person.get().isEnrolled() && !data.word(0).equals("show")) {
            turn.refuseOldButton();
        } else {
            pressed(turn, person.get(), data);
        }
    }

    private void pressed(Turn turn, Person person, ButtonData data) {
        switch (data.word(0)) {
            case "show" -> show(turn, person);
            case "leader" -> appoint(turn, person, Role.LEADER);
            case "staff" -> appoint(turn, person, Role.STAFF);
            case "suspend" -> suspend(turn, person);
            case "return" -> bringBack(turn, person);
            case "move" -> chooseDepartment(turn, person, data.below(Integer.MAX_VALUE, 2));
            case "to" -> move(turn, person, new DepartmentId(data.number(2)));
            default -> turn.refuseOldButton();
        }
    }

    private void show(Turn turn, Person person) {
        Person now = staff.withId(person.id()).orElseThrow();
        PeoplePanel.View view = panel.person(turn.language(), now, dates.dateOf(turn.now()));
        turn.edit(view.content(), view.keyboard());
    }

    private void appoint(Turn turn, Person person, Role role) {
        if (person.role() == Role.ADMIN) {
            turn.refuseOldButton();
            return;
        }
        staff.appoint(person.id(), role);
        menus.show(staff.withId(person.id()).orElseThrow());
        if (role == Role.LEADER) {
            letters.say(person, "people.you-are-leader");
        }
        show(turn, person);
    }

    private void suspend(Turn turn, Person person) {
        absences.hold(person.id());
        LocalDate today = dates.dateOf(turn.now());
        if (!panel.isSuspended(person, today)) {
            // Where one has ended today that goes on: there is one row for it, and nothing to be added up.
            absences.suspension(person.id(), today)
                    .ifPresentOrElse(
                            ended -> absences.endWith(ended, Optional.empty(), turn.now()),
                            () -> absences.suspend(
                                    person.id(), today, turn.speaker().sender().id(), turn.now()));
            letters.say(person, "person.you-are-suspended");
        }
        show(turn, person);
    }

    /** The day of the return still belongs to the suspension: nobody is to lose a day that an admin gives back at its end. */
    private void bringBack(Turn turn, Person person) {
        absences.hold(person.id());
        LocalDate today = dates.dateOf(turn.now());
        if (panel.isSuspended(person, today)) {
            absences.endWith(absences.suspension(person.id(), today).orElseThrow(), Optional.of(today), turn.now());
            letters.say(person, "person.you-are-back");
        }
        show(turn, person);
    }

    private void chooseDepartment(Turn turn, Person person, int page) {
        if (panel.others(person).isEmpty()) {
            turn.alert("person.no-other-department");
        } else {
            PeoplePanel.View view = panel.move(turn.language(), person, page);
            turn.edit(view.content(), view.keyboard());
        }
    }

    private void move(Turn turn, Person person, DepartmentId to) {
        Optional<Department> department = departments.withId(to);
        if (department.isEmpty()) {
            turn.refuseOldButton();
            return;
        }
        if (person.department().filter(to::equals).isEmpty()) {
            staff.move(person.id(), to, turn.now());
            letters.say(person, "person.you-have-moved", department.get().name());
        }
        show(turn, person);
    }
}
