package org.panfeng.notice;

import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.chat.ButtonHandler;
import org.panfeng.chat.Command;
import org.panfeng.chat.Language;
import org.panfeng.chat.PromptHandler;
import org.panfeng.mailbox.DeliveryReport;
import org.panfeng.mailbox.Outbox;
import org.panfeng.people.Staff;

/** Broadcasting, put together. */
public final class NoticeFeature {
    private final BroadcastCommand command;
    private final Progress progress;
    private final Addressing addressing;

    /**
     * @param perSecond how many messages a second may go out
     * @param language the office's
     */
    public NoticeFeature(Jdbi jdbi, Staff staff, Outbox outbox, int perSecond, Language language) {
        Notices notices = new Notices(jdbi);
        this.progress = new Progress(notices, staff, outbox, language);
        this.addressing = new Addressing(jdbi, staff, notices, outbox, progress);
        this.command = new BroadcastCommand(notices, new Broadcast(staff, notices, addressing, perSecond), progress);
    }

    public List<Command> commands() {
        return List.of(command);
    }

    public List<ButtonHandler> buttons() {
        return List.of(command);
    }

    public List<PromptHandler> prompts() {
        return List.of(command);
    }

    public Addressing addressing() {
        return addressing;
    }

    public DeliveryReport deliveries() {
        return progress;
    }
}
