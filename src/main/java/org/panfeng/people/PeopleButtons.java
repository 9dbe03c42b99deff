package org.panfeng.people;

import static org.panfeng.people.Messages.html;

import java.util.Optional;
import java.util.function.Consumer;
import org.panfeng.chat.ButtonData;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Role;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Topic;

/** The buttons of {@code /people} and of requests to join. */
final class PeopleButtons implements ButtonHandler {
    static final String PREFIX = "people";
    static final String NEW_DEPARTMENT = "department";
    static final String FIND = "find";

    private final Staff staff;
    private final Departments departments;
    private final Invitations invitations;
    private final Enrolment enrolment;
    private final PeoplePanel panel;
    private final Outbox outbox;

    PeopleButtons(
            Staff staff,
            Departments departments,
            Invitations invitations,
            Enrolment enrolment,
            PeoplePanel panel,
            Outbox outbox) {
        this.staff = staff;
        this.departments = departments;
        this.invitations = invitations;
        this.enrolment = enrolment;
        this.panel = panel;
        this.outbox = outbox;
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
        switch (data.word(0)) {
            case "all" -> show(turn, panel.overview(turn.language(), data.below(Integer.MAX_VALUE, 1)));
            case "dept" -> ofDepartment(turn, data, department -> {});
            case "issue" ->
                ofDepartment(
                        turn,
                        data,
                        department -> invitations.issue(
                                department.id(), turn.speaker().sender().id(), turn.now()));
            case "revoke" -> ofDepartment(turn, data, department -> invitations.revoke(department.id(), turn.now()));
            case "requests" -> show(turn, panel.requests(turn.language()));
            case "ok" -> ofPerson(turn, data, person -> approve(turn, person));
            case "no" -> ofPerson(turn, data, person -> refuse(turn, person));
            case "new" -> ask(turn, NEW_DEPARTMENT, "people.type-department");
            case "find" -> ask(turn, FIND, "people.type-name");
            default -> turn.refuseOldButton();
        }
    }

    private static void ask(Turn turn, String kind, String key) {
        turn.ask(kind, "");
        turn.say(key);
    }

    private static void show(Turn turn, PeoplePanel.View view) {
        turn.edit(view.content(), view.keyboard());
    }

    private void ofDepartment(Turn turn, ButtonData data, Consumer<Department> change) {
        Optional<Department> department = departments.withId(new DepartmentId(data.number(1)));
        if (department.isEmpty()) {
            turn.refuseOldButton();
        } else {
            change.accept(department.get());
            show(turn, panel.department(turn.language(), department.get()));
        }
    }

    private void ofPerson(Turn turn, ButtonData data, Consumer<Person> then) {
        staff.withId(new PersonId(data.number(1))).ifPresentOrElse(then, () -> turn.refuseOldButton());
    }

    private void approve(Turn turn, Person person) {
        if (person.status() == Person.Status.WAITING) {
            Person enrolled = enrolment.enrol(person, Optional.empty(), turn.now());
            turn.edit(
                    panel.stillWaiting(turn.language()),
                    "enrol.approved",
                    enrolled.name(),
                    enrolment.departmentName(enrolled, turn.language()));
        } else {
            turn.alert(person.isEnrolled() ? "enrol.already-approved" : "enrol.already-refused", person.name());
        }
    }

    private void refuse(Turn turn, Person person) {
        if (person.status() == Person.Status.WAITING) {
            staff.meet(person.telegramId(), person.name(), person.language(), Person.Status.GUEST);
            turn.edit(panel.stillWaiting(turn.language()), "enrol.refused", person.name());
            tell(person, "enrol.you-are-refused");
        } else {
            turn.alert(person.isEnrolled() ? "enrol.already-approved" : "enrol.already-refused", person.name());
        }
    }

    private void tell(Person person, String key) {
        outbox.post(
                Lane.REPLY, person.chatId(), Outgoing.send(html(person.language(), key), Keyboard.NONE), Topic.NONE);
    }
}
