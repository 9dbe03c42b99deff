package org.panfeng.people;

import java.util.Collection;
import java.util.Optional;
import org.panfeng.chat.Language;
import org.panfeng.chat.Role;
import org.panfeng.chat.Speaker;
import org.panfeng.chat.Speakers;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Sender;

/** Recognises the people behind the senders. */
public final class KnownSpeakers implements Speakers {
    private final Staff staff;
    private final Language language;

    /**
     * @param language spoken to those who have chosen none
     */
    public KnownSpeakers(Staff staff, Language language) {
        this.staff = staff;
        this.language = language;
    }

    @Override
    public Speaker of(Sender sender) {
        Optional<Person> person = staff.withTelegramId(sender.id());
        if (person.isPresent()) {
            return person.get().speaking(sender);
        }
        Role role = staff.isAppointedAdmin(sender.id()) ? Role.ADMIN : Role.GUEST;
        return new Speaker(sender, role, false, language);
    }

    @Override
    public void foresee(Collection<Sender> senders) {
        staff.foresee(senders.stream().map(Sender::id).toList());
    }

    @Override
    public void reachability(Incoming.Reachability change, Turn turn) {
        if (change.reachable()) {
            staff.found(change.chatId());
        } else {
            staff.lost(change.chatId(), turn.now());
        }
    }
}
