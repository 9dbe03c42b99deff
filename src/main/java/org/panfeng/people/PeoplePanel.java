package org.panfeng.people;

import static org.panfeng.people.Messages.html;
import static org.panfeng.people.PeopleButtons.PREFIX;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.panfeng.chat.Graphemes;
import org.panfeng.chat.Html;
import org.panfeng.chat.Labels;
import org.panfeng.chat.Language;
import org.panfeng.chat.Pages;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;

/** What {@code /people} shows: the overview, a department, the requests to join, people found. */
final class PeoplePanel {

    record View(Content content, Keyboard keyboard) {}

    private static final int PER_PAGE = 8;

    private final Staff staff;
    private final Departments departments;
    private final Invitations invitations;
    private final Absences absences;
    private final Supplier<String> botName;

    /**
     * @param botName the bot's user name at the messenger, for links
     */
    PeoplePanel(
            Staff staff,
            Departments departments,
            Invitations invitations,
            Absences absences,
            Supplier<String> botName) {
        this.staff = staff;
        this.departments = departments;
        this.invitations = invitations;
        this.absences = absences;
        this.botName = botName;
    }

    View overview(Language language, int page) {
        List<Department> all = departments.all();
        long waiting = staff.count(Person.Status.WAITING);
        Content content = html(language, "people.overview", staff.count(Person.Status.ENROLLED), all.size(), waiting);
        Keyboard keyboard = Pages.of(all, page, PER_PAGE)
                .keyboard(
                        department -> new Button(
                                Labels.of(department.name()) + " · " + department.members(),
                                PREFIX + ":dept:" + department.id().value()),
                        next -> PREFIX + ":all:" + next);
        List<Button> below = new ArrayList<>();
        below.add(button(language, "people.new-department", "new"));
        below.add(button(language, "people.find", "find"));
        if (waiting > 0) {
            below.add(requestsButton(language, waiting));
        }
        below.addAll(LeaveRequests.waiting(language, absences.countAsked()));
        return new View(content, keyboard.and(Keyboard.grid(below, 2)));
    }

    View department(Language language, Department department) {
        long id = department.id().value();
        Html link = invitations
                .validFor(department.id())
                .map(code -> Texts.html(language, "people.link", link(code)))
                .map(Html::new)
                .orElseGet(() -> new Html(Texts.html(language, "people.no-link")));
        List<Button> buttons = new ArrayList<>();
        buttons.add(button(language, "people.issue", "issue:" + id));
        if (invitations.validFor(department.id()).isPresent()) {
            buttons.add(button(language, "people.revoke", "revoke:" + id));
        }
        return new View(
                html(language, "people.department", department.name(), department.members(), link),
                new Keyboard(List.of(buttons, List.of(button(language, "people.back", "all:0")))));
    }

    View requests(Language language) {
        List<Person> waiting = staff.withStatus(Person.Status.WAITING);
        List<Button> buttons = new ArrayList<>();
        for (Person person : waiting.subList(0, Math.min(PER_PAGE, waiting.size()))) {
            buttons.add(new Button(
                    "✅ " + Labels.of(person.name()),
                    PREFIX + ":ok:" + person.id().value()));
            buttons.add(new Button(
                    "✖️ " + Labels.of(person.name()),
                    PREFIX + ":no:" + person.id().value()));
        }
        return new View(
                html(language, waiting.isEmpty() ? "people.no-requests" : "people.waiting", waiting.size()),
                Keyboard.grid(buttons, 2).and(Keyboard.row(button(language, "people.back", "all:0"))));
    }

    /** Under a request that has been decided: the way to those that still wait. */
    Keyboard stillWaiting(Language language) {
        long waiting = staff.count(Person.Status.WAITING);
        return waiting == 0 ? Keyboard.NONE : Keyboard.row(requestsButton(language, waiting));
    }

    private static Button requestsButton(Language language, long waiting) {
        return new Button(Texts.plain(language, "people.requests", waiting), PREFIX + ":requests");
    }

    boolean hasNobody(String name) {
        return staff.named(name, 1).isEmpty();
    }

    View found(Language language, String name) {
        List<Person> found = staff.named(name, PER_PAGE + 1);
        boolean isMore = found.size() > PER_PAGE;
        List<Person> shown = found.subList(0, Math.min(PER_PAGE, found.size()));
        return new View(
                html(
                        language,
                        found.isEmpty() ? "people.none-found" : isMore ? "people.found-more" : "people.found",
                        Graphemes.cut(name, PersonName.LONGEST),
                        shown.size()),
                new Namesakes(departments)
                        .choice(shown, language, PersonButtons::showing)
                        .and(Keyboard.row(
                                button(language, "people.find", "find"), button(language, "people.back", "all:0"))));
    }

    /** The link, or as long as the bot's name is not known what a newcomer can type instead. */
    private String link(String code) {
        return botName.get().isEmpty() ? "/start " + code : "https://t.me/" + botName.get() + "?start=" + code;
    }

    private static Button button(Language language, String key, String data) {
        return new Button(Texts.plain(language, key), PREFIX + ":" + data);
    }
}
