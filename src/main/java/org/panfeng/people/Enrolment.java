package org.panfeng.people;

import static org.panfeng.people.Messages.html;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.panfeng.chat.Labels;
import org.panfeng.chat.Language;
import org.panfeng.chat.Pages;
import org.panfeng.chat.Role;
import org.panfeng.chat.Texts;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Topic;

/** How somebody becomes a learner: by an invitation, by an admin's approval, or by coming in where the door is open. */
public final class Enrolment {

    /** Whom {@code /start} without a code lets in. */
    public enum Mode {
        CODE,
        APPROVAL,
        OPEN
    }

    static final String BUTTON = "join";
    static final String NAME = "name";

    private final Mode mode;
    private final Language language;
    private final Staff staff;
    private final Departments departments;
    private final Invitations invitations;
    private final Outbox outbox;
    private final Menus menus;
    private final Newcomers newcomers;

    Enrolment(
            Mode mode,
            Language language,
            Staff staff,
            Departments departments,
            Invitations invitations,
            Outbox outbox,
            Menus menus,
            Newcomers newcomers) {
        this.mode = mode;
        this.language = language;
        this.staff = staff;
        this.departments = departments;
        this.invitations = invitations;
        this.outbox = outbox;
        this.menus = menus;
        this.newcomers = newcomers;
    }

    /** Somebody came in by an invitation link. */
    void byCode(Turn turn, String code) {
        Optional<DepartmentId> department = invitations.departmentOf(code);
        if (department.isPresent()) {
            enrol(meet(turn, Person.Status.GUEST), department, turn.now());
        } else {
            turn.say(mode == Mode.CODE ? "enrol.bad-code" : "enrol.bad-code-try-start");
        }
    }

    /** Somebody came in by the front door. */
    void byDoor(Turn turn) {
        if (mode == Mode.OPEN) {
            enrol(meet(turn, Person.Status.GUEST), Optional.empty(), turn.now());
        } else if (turn.speaker().role() == Role.ADMIN) {
            Person admin = meet(turn, Person.Status.GUEST);
            menus.show(admin);
            turn.say(
                    Keyboard.row(new Button(Texts.plain(turn.language(), "enrol.join"), BUTTON + ":in")),
                    "enrol.admin",
                    admin.name());
        } else if (!staff.hasAdmin()) {
            turn.say("enrol.no-admin", String.valueOf(turn.speaker().sender().id()));
        } else if (mode == Mode.APPROVAL) {
            ask(turn);
        } else {
            turn.say("enrol.need-code");
        }
    }

    /** An admin who wants to study along. */
    void admin(Turn turn) {
        enrol(meet(turn, Person.Status.GUEST), Optional.empty(), turn.now());
    }

    private void ask(Turn turn) {
        Person person = meet(turn, Person.Status.WAITING);
        List<Department> choice = departments.all();
        if (choice.isEmpty() || person.department().isPresent()) {
            request(turn, person);
        } else {
            turn.say(departmentButtons(choice, 0), "enrol.which-department", person.name());
        }
    }

    /** Passes the wish to join on to the admins. */
    void request(Turn turn, Person person) {
        turn.say("enrol.requested", person.name(), departmentName(person, turn.language()));
        for (Person admin : staff.admins()) {
            Keyboard decide = Keyboard.row(
                    new Button(
                            Texts.plain(admin.language(), "enrol.approve"),
                            PeopleButtons.PREFIX + ":ok:" + person.id().value()),
                    new Button(
                            Texts.plain(admin.language(), "enrol.refuse"),
                            PeopleButtons.PREFIX + ":no:" + person.id().value()));
            outbox.post(
                    Lane.REPLY,
                    admin.chatId(),
                    Outgoing.send(
                            html(
                                    admin.language(),
                                    "enrol.request",
                                    person.name(),
                                    departmentName(person, admin.language())),
                            decide),
                    Topic.NONE);
        }
    }

    /** With which people correct their own name; it stays good. */
    static Button rename(Language language) {
        return new Button(Texts.plain(language, "enrol.rename"), BUTTON + ":rename");
    }

    /** Makes a person a learner: says what is stored and who sees it, shows the menu, gives the first task. */
    Person enrol(Person person, Optional<DepartmentId> department, Instant now) {
        Person enrolled = staff.enrol(person.id(), department.or(person::department), now);
        List<Button> confirm = new ArrayList<>();
        confirm.add(new Button(Texts.plain(enrolled.language(), "enrol.right"), BUTTON + ":right"));
        confirm.add(rename(enrolled.language()));
        Keyboard choice = missingDepartment(enrolled);
        outbox.post(
                Lane.REPLY,
                enrolled.chatId(),
                Outgoing.send(
                        html(
                                enrolled.language(),
                                "enrol.welcome",
                                enrolled.name(),
                                departmentName(enrolled, enrolled.language()),
                                Texts.plain(
                                        enrolled.language(),
                                        choice.isEmpty() ? "enrol.welcome.check" : "enrol.welcome.choose")),
                        new Keyboard(List.of(confirm)).and(choice)),
                Topic.NONE);
        menus.show(enrolled);
        newcomers.enrolled(enrolled, now);
        return enrolled;
    }

    /** The departments to choose from, for somebody who is in none. */
    Keyboard missingDepartment(Person person) {
        return person.department().isPresent() ? Keyboard.NONE : departmentButtons(departments.all(), 0);
    }

    Keyboard departmentButtons(List<Department> choice, int page) {
        return Pages.of(choice, page, 8)
                .keyboard(
                        department -> new Button(
                                Labels.of(department.name()),
                                BUTTON + ":dept:" + department.id().value()),
                        next -> BUTTON + ":depts:" + next);
    }

    String departmentName(Person person, Language in) {
        return departments.nameOf(person, in);
    }

    private Person meet(Turn turn, Person.Status status) {
        long telegramId = turn.speaker().sender().id();
        String name = PersonName.tidy(turn.speaker().sender().name()).orElse("#" + telegramId);
        return staff.meet(telegramId, name, language, status);
    }
}
