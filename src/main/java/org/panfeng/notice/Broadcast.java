package org.panfeng.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.panfeng.chat.Html;
import org.panfeng.chat.Language;
import org.panfeng.chat.Texts;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.LetterId;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Topic;
import org.panfeng.people.Person;
import org.panfeng.people.Staff;

/** Sends a notice to everybody enrolled. */
final class Broadcast {
    private final Staff staff;
    private final Notices notices;
    private final Outbox outbox;
    private final int perSecond;

    /**
     * @param perSecond how many messages a second may go out
     */
    Broadcast(Staff staff, Notices notices, Outbox outbox, int perSecond) {
        this.staff = staff;
        this.notices = notices;
        this.outbox = outbox;
        this.perSecond = perSecond;
    }

    /** How a notice looks to the person who gets it. */
    static Content content(String body, Language language) {
        return Content.html(Texts.html(language, "notice", new Html(Html.escape(body))));
    }

    /** Whom a notice would go to now. */
    record Audience(int everybody, int reachable) {}

    Audience audience() {
        List<Person> everybody = staff.enrolled();
        return new Audience(everybody.size(), (int)
                everybody.stream().filter(Person::isReachable).count());
    }

    /** How long sending to so many takes at the permitted rate, at least a second. */
    Duration duration(int recipients) {
        return Duration.ofSeconds(Math.max(1, (recipients + perSecond - 1) / perSecond));
    }

    /**
     * Puts a draft on its way.
     *
     * @return false when it is no draft any more
     */
    boolean send(Notice notice, Instant now) {
        List<Person> everybody = staff.enrolled();
        List<Person> reachable = everybody.stream().filter(Person::isReachable).toList();
        if (!notices.send(notice.id(), everybody.size(), everybody.size() - reachable.size(), now)) {
            return false;
        }
        Map<Language, LetterId> letters = new EnumMap<>(Language.class);
        List<Outbox.Copy> copies = new ArrayList<>(reachable.size());
        for (Person person : reachable) {
            LetterId letter = letters.computeIfAbsent(
                    person.language(),
                    language -> outbox.letter(Outgoing.send(content(notice.body(), language), Keyboard.NONE)));
            copies.add(new Outbox.Copy(
                    person.chatId(),
                    letter,
                    new Topic(Notices.TOPIC, notice.id().value(), person.id().value()),
                    "notice:" + notice.id().value() + ":" + person.id().value()));
        }
        outbox.post(Lane.NOTICE, copies);
        return true;
    }
}
