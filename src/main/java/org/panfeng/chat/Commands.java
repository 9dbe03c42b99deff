package org.panfeng.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.panfeng.mailbox.Outgoing;

/** The commands there are, and what a role sees of them. */
public final class Commands {
    private final List<Command> all;
    private final Map<String, Command> byName = new HashMap<>();

    public Commands(List<Command> all) {
        this.all = List.copyOf(all);
        for (Command command : all) {
            byName.put(command.name(), command);
            command.aliases().forEach(alias -> byName.put(alias, command));
        }
    }

    Optional<Command> named(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }

    List<Command> listedFor(Role role) {
        return all.stream()
                .filter(command -> command.isListed() && role.includes(command.from()))
                .toList();
    }

    /** The menu of a chat, as the messenger shows it. */
    public Outgoing.Menu menu(Role role, Language language) {
        return new Outgoing.Menu(listedFor(role).stream()
                .map(command ->
                        new Outgoing.Menu.Entry(command.name(), Texts.plain(language, "command." + command.name())))
                .toList());
    }
}
