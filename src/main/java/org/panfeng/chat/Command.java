package org.panfeng.chat;

import java.util.Set;

/** Something people ask for with a slash. Its description stands in the texts under {@code command.NAME}. */
public interface Command {
    /** Without the slash. */
    String name();

    default Set<String> aliases() {
        return Set.of();
    }

    /** The least role that may use it. */
    Role from();

    /** Whether the menu and the help show it. */
    default boolean isListed() {
        return true;
    }

    /**
     * @param words what was typed after the command, trimmed; may be empty
     */
    void run(Turn turn, String words);
}
