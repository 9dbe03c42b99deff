package org.panfeng.people;

import static org.panfeng.people.Messages.html;

import java.util.Map;
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
    private final LeaveEffects effects;
    private final Outbox outbox;

    LeaveLetters(Staff staff, Departments departments, StudyDates dates, LeaveEffects effects, Outbox outbox) {
        this.staff = staff;
        this.departments = departments;
        this.dates = dates;
        this.effects = effects;
        this.outbox = outbox;
    }

    /** Asks the admins; one of them is enough. */
    void ask(Person person, Absence asked) {
        StreakChange foreseen = effects.ofAgreeing(asked, asked.since());
        for (Person admin : staff.admins()) {
            Keyboard decide = Keyboard.row(
                    new Button(Texts.plain(admin.language(), "leave.approve"), LeaveRequests.data("yes", asked)),
                    new Button(Texts.plain(admin.language(), "leave.decline"), LeaveRequests.data("no", asked)));
            String words = Texts.html(admin.language(), "leave.request", wish(admin.language(), person, asked))
                    + foreseen.line(admin.language(), "leave.streak.would");
            post(admin, Outgoing.send(Content.html(words), decide), topic(asked));
        }
    }

    private static Topic topic(Absence asked) {
        return Topic.about("leave", asked.id().value());
    }

    /** Takes the buttons from what the admins were asked: nobody is to decide it any more. */
    void withdraw(Person person, Absence asked, long by) {
        Map<Long, Long> arrived = outbox.arrived(topic(asked));
        for (Person admin : staff.admins()) {
            Long message = arrived.get(admin.chatId());
            if (message != null) {
                Content withdrawn = withdrawn(admin.language(), person, asked, by);
                post(admin, new Outgoing.Edit(message, withdrawn, Keyboard.NONE), Topic.NONE);
            }
        }
    }

    private Content withdrawn(Language language, Person person, Absence asked, long by) {
        return html(language, "leave.decided.cancelled", wish(language, person, asked), name(by, language));
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

    /** Tells a person what has become of leave, and of the streak with it. */
    void tell(Person person, String key, DayRange days, StreakChange change) {
        Language language = person.language();
        String words =
                Texts.html(language, key, LeavePanel.span(language, days)) + change.line(language, "leave.streak.own");
        post(person, Outgoing.send(Content.html(words), Keyboard.NONE), Topic.NONE);
    }

    void say(Person person, String key, Object... args) {
        post(person, Outgoing.send(html(person.language(), key, args), Keyboard.NONE), Topic.NONE);
    }

    /** The name of whoever has this id at the messenger. */
    String name(long telegramId, Language language) {
        return staff.withTelegramId(telegramId).map(Person::name).orElseGet(() -> Texts.plain(language, "role.admin"));
    }

    private void post(Person to, Outgoing outgoing, Topic topic) {
        outbox.post(Lane.REPLY, to.chatId(), outgoing, topic);
    }
}
