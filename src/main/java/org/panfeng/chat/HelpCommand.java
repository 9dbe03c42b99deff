package org.panfeng.chat;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;

/** {@code /help}: what this person can do here. */
public final class HelpCommand implements Command {
    private final Supplier<Commands> commands;

    public HelpCommand(Supplier<Commands> commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public Role from() {
        return Role.GUEST;
    }

    @Override
    public void run(Turn turn, String words) {
        Role role = turn.speaker().role();
        String list = commands.get().listedFor(role).stream()
                .map(command -> "/" + command.name() + " — "
                        + Html.escape(Texts.plain(turn.language(), "command." + command.name())))
                .collect(Collectors.joining("\n"));
        String heading = Texts.html(turn.language(), "help." + role.name().toLowerCase(java.util.Locale.ROOT));
        String footer = Texts.html(turn.language(), role == Role.GUEST ? "help.footer.guest" : "help.footer");
        turn.send(Content.html(heading + "\n\n" + list + "\n\n" + footer), Keyboard.NONE);
    }
}
