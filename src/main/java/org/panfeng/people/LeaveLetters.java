package org.panfeng.people;

import static org.panfeng.people.Messages.html;

import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Keyboard.Button;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Topic;

/** What is said about leave to those who have pressed nothing: the admins who are to decide, the person whose leave it is. */
final class LeaveLetters {
    private final Staff staff;
    private final Departments departments;
    private final StudyDates dates;
    private final Outbox outbox;

    LeaveLetters(Staff staff, Departments departments, StudyDates dates, Outbox outbox) {
        this.staff = staff;
        this.departments = departments;
        this.dates = dates;
        this.outbox = outbox;
    }

    /** Asks the admins; one of them is enough. */
    void ask(Person person, Absence asked) {
        for (Person admin : staff.admins()) {
            Keyboard decide = Keyboard.row(
                    new Button(Texts.plain(admin.language(), "leave.approve"), LeaveRequests.data("yes", asked)),
                    new Button(Texts.plain(admin.language(), "leave.decline"), LeaveRequests.data("no", asked)));
            post(admin, html(admin.language(), "leave.request", wish(admin.language(), person, asked)), decide);
        }
    }

    /** Who asks, from which department, for which days, and how many of them are study days. */
    Html wish(Language language, Person person, Absence asked) {
        return new Html(Texts.html(
                language,
                "leave.wish",
                person.name(),
                departments.nameOf(person, language),
                LeavePanel.span(language, asked),
                dates.studyDays(asked.days().first(), asked.days().last()).size()));
    }

    /** Tells a person what has become of an absence. */
    void tell(Person person, String key, Absence absence) {
        post(person, html(person.language(), key, LeavePanel.span(person.language(), absence)), Keyboard.NONE);
    }

    void say(Person person, String key, Object... args) {
        post(person, html(person.language(), key, args), Keyboard.NONE);
    }

    /** The name of whoever has this id at the messenger. */
    String name(long telegramId, Language language) {
        return staff.withTelegramId(telegramId).map(Person::name).orElseGet(() -> Texts.plain(language, "role.admin"));
    }

    private void post(Person to, Content content, Keyboard keyboard) {
        outbox.post(Lane.REPLY, to.chatId(), Outgoing.send(content, keyboard), Topic.NONE);
    }
}
