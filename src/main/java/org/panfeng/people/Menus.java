package org.panfeng.people;

import java.util.function.Supplier;
import org.panfeng.chat.Commands;
import org.panfeng.chat.Role;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Topic;

/** Keeps the command menu of each chat in step with the person's role and language. */
final class Menus {
    private final Outbox outbox;
    private final Supplier<Commands> commands;

    Menus(Outbox outbox, Supplier<Commands> commands) {
        this.outbox = outbox;
        this.commands = commands;
    }

    void show(Person person) {
        Role role = person.isEnrolled() || person.role() == Role.ADMIN ? person.role() : Role.GUEST;
        // Not among the replies: a server that knows no menus must not hold back what is said.
        outbox.post(Lane.DIGEST, person.chatId(), commands.get().menu(role, person.language()), Topic.NONE);
    }
}
