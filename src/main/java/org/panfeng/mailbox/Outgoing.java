package org.panfeng.mailbox;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Something to be done in a chat. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outgoing.Send.class, name = "send"),
    @JsonSubTypes.Type(value = Outgoing.Document.class, name = "document"),
    @JsonSubTypes.Type(value = Outgoing.Edit.class, name = "edit"),
    @JsonSubTypes.Type(value = Outgoing.Toast.class, name = "toast"),
    @JsonSubTypes.Type(value = Outgoing.Menu.class, name = "menu")
})
public sealed interface Outgoing {

    /**
     * @param silent arrives without a sound
     */
    record Send(Content content, Keyboard keyboard, boolean silent) implements Outgoing {}

    /**
     * A file to keep, without a sound: what it belongs to makes one. It may be lost where a message may not, and does not hold up what is
     * sent after it.
     *
     * @param caption in plain words
     */
    record Document(Attachment file, String caption) implements Outgoing {}

    /**
     * Replaces what a message says and its buttons.
     *
     * @param messageId the messenger's number of it
     */
    record Edit(long messageId, Content content, Keyboard keyboard) implements Outgoing {}

    /**
     * Acknowledges a tap; every tap wants exactly one.
     *
     * @param text at most 200 characters, empty for none
     * @param alert stays until it is closed, instead of passing by
     */
    record Toast(String tapId, String text, boolean alert) implements Outgoing {}

    /** The commands a chat offers; they replace those it offered before. */
    record Menu(List<Entry> entries) implements Outgoing {
        public record Entry(String command, String description) {}
    }

    static Send send(Content content, Keyboard keyboard) {
        return new Send(content, keyboard, false);
    }
}
