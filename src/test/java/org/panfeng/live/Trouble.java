package org.panfeng.live;

import java.util.function.Consumer;
import org.panfeng.sandbox.Faults.Script;

/** What goes wrong with a message of a notice, and how that is to be written down. */
enum Trouble {
    TOO_MANY("delivered", "", 1, script -> script.tooManyRequests(1)),
    INTERNAL_ERROR("delivered", "", 1, script -> script.refused(500, "Internal Server Error")),
    BAD_GATEWAY("delivered", "", 1, script -> script.gatewayError(502)),
    CUT_BEFORE("unknown", "no answer came", 0, Script::dropBeforeHandling),
    CUT_AFTER("unknown", "no answer came", 1, Script::dropAfterHandling),
    UNREADABLE("unknown", "none that can be read", 1, Script::unreadableAnswer),
    BLOCKED("unreachable", "blocked", 0, script -> script.refused(403, "Forbidden: bot was blocked by the user")),
    DEACTIVATED("unreachable", "deactivated", 0, script -> script.refused(403, "Forbidden: user is deactivated")),
    NOT_FOUND("unreachable", "not found", 0, script -> script.refused(400, "Bad Request: chat not found")),
    RESTRICTED("refused", "rights", 0, script -> script.refused(400, "Bad Request: not enough rights to send"));

    /** The state and the reason that must stand in the outbox, and how many copies the person then has. */
    final String state;

    final String reason;
    final int copies;
    private final Consumer<Script> script;

    Trouble(String state, String reason, int copies, Consumer<Script> script) {
        this.state = state;
        this.reason = reason;
        this.copies = copies;
        this.script = script;
    }

    /** Waits for the first message to a person. */
    void meet(EnrolledOffice office, long person) {
        script.accept(office.faults().onAny().inChat(person));
    }
}
