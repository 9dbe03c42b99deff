package org.panfeng.people;

import org.panfeng.chat.Command;
import org.panfeng.chat.Role;
import org.panfeng.chat.Turn;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;

/** {@code /people}: departments, invitations, requests to join, leaders. */
final class PeopleCommand implements Command {
    private final PeoplePanel panel;

    PeopleCommand(PeoplePanel panel) {
        this.panel = panel;
    }

    @Override
    public String name() {
        return "people";
    }

    @Override
    public Role from() {
        return Role.ADMIN;
    }

    @Override
    public void run(Turn turn, String words) {
        PeoplePanel.View view =
                words.isEmpty() ? panel.overview(turn.language(), 0) : panel.found(turn.language(), words);
        Content content = view.content();
        Keyboard keyboard = view.keyboard();
        turn.send(content, keyboard);
    }
}
