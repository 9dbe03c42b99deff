package org.panfeng.people;

import static org.panfeng.people.Messages.html;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.panfeng.chat.Html;
import org.panfeng.chat.Labels;
import org.panfeng.chat.Language;
import org.panfeng.chat.Pages;
import org.panfeng.chat.Role;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;

/** What an admin sees of a person, and can do for them. */
final class PersonPanel {
    private static final int PER_PAGE = 8;

    private final Departments departments;
    private final Absences absences;

    PersonPanel(Departments departments, Absences absences) {
        this.departments = departments;
        this.absences = absences;
    }

    PeoplePanel.View person(Language language, Person person, LocalDate today) {
        return new PeoplePanel.View(
                html(
                        language,
                        "people.person",
                        person.name(),
                        departments.nameOf(person, language),
                        Texts.plain(language, "role." + person.role().name().toLowerCase(Locale.ROOT)),
                        Texts.plain(language, person.isReachable() ? "people.reachable" : "people.unreachable"),
                        away(language, person, today)),
                Keyboard.grid(person.isEnrolled() ? buttons(language, person, today) : List.of(), 2)
                        .and(Keyboard.row(
                                new Button(Texts.plain(language, "people.back"), PeopleButtons.PREFIX + ":all:0"))));
    }

    /** A line for each reason why the person is away today. */
    private Html away(Language language, Person person, LocalDate today) {
        return new Html(absences.notOver(person.id(), today).stream()
                .filter(absence -> absence.state() == Absence.State.VALID && absence.covers(today))
                .map(absence -> "\n" + away(language, absence))
                .collect(Collectors.joining()));
    }

    private static String away(Language language, Absence absence) {
        return absence.kind() == Absence.Kind.SUSPENSION
                ? LeavePanel.suspension(language, absence)
                : Texts.html(language, "person.on-leave", LeavePanel.span(language, absence));
    }

    private List<Button> buttons(Language language, Person person, LocalDate today) {
        List<Button> buttons = new ArrayList<>();
        if (person.role() == Role.STAFF) {
            buttons.add(button(language, "people.make-leader", "leader", person));
        } else if (person.role() == Role.LEADER) {
            buttons.add(button(language, "people.make-staff", "staff", person));
        }
        buttons.add(
                isSuspended(person, today)
                        ? button(language, "person.return", "return", person)
                        : button(language, "person.suspend", "suspend", person));
        buttons.add(new Button(
                Texts.plain(language, "person.leave"),
                LeaveButtons.PREFIX + ":list:" + person.id().value()));
        buttons.add(new Button(
                Texts.plain(language, "person.move"),
                PersonButtons.PREFIX + ":move:" + person.id().value() + ":0"));
        return buttons;
    }

    /** Whether a suspension goes on; one that ends today is over for whoever decides. */
    boolean isSuspended(Person person, LocalDate today) {
        return absences.suspension(person.id(), today)
                .filter(suspension -> suspension.lastDay().isEmpty())
                .isPresent();
    }

    /** The departments that a person can move to: all but their own. */
    List<Department> others(Person person) {
        return departments.all().stream()
                .filter(department ->
                        !person.department().filter(department.id()::equals).isPresent())
                .toList();
    }

    PeoplePanel.View move(Language language, Person person, int page) {
        long id = person.id().value();
        Keyboard choice = Pages.of(others(person), page, PER_PAGE)
                .keyboard(
                        department -> new Button(
                                Labels.of(department.name()),
                                PersonButtons.PREFIX + ":to:" + id + ":"
                                        + department.id().value()),
                        next -> PersonButtons.PREFIX + ":move:" + id + ":" + next);
        return new PeoplePanel.View(
                html(language, "person.which-department", person.name(), departments.nameOf(person, language)),
                choice.and(
                        Keyboard.row(new Button(Texts.plain(language, "people.back"), PersonButtons.showing(person)))));
    }

    private static Button button(Language language, String key, String verb, Person person) {
        return new Button(
                Texts.plain(language, key),
                PersonButtons.PREFIX + ":" + verb + ":" + person.id().value());
    }
}
