package org.panfeng.mailbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** How outgoing mail is written down in the outbox. */
final class OutgoingJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OutgoingJson() {}

    static String write(Outgoing outgoing) {
        try {
            return JSON.writeValueAsString(outgoing);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Outgoing mail cannot be written down", e);
        }
    }

    static Outgoing read(String json) {
        try {
            return JSON.readValue(json, Outgoing.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Outgoing mail in the outbox cannot be read", e);
        }
    }
}
