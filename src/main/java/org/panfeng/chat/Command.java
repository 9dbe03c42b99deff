package org.panfeng.chat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.panfeng.mailbox.Sender;

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

    /** Hears of all who ask for it in a batch before the first of them is answered: the chance to read at once what they need. */
    default void foresee(List<Sender> askers, Instant now) {}

    /**
     * @param words what was typed after the command, trimmed; may be empty
     */
    void run(Turn turn, String words);
}
