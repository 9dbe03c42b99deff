package org.panfeng.mailbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** How outgoing mail is written down in the outbox. */
final class OutgoingJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OutgoingJson() {}

    /** Something for a chat. */
    record Piece(long chatId, Outgoing outgoing) {}

    /** A piece of mail, or a {@link Piece}. */
    static String write(Object outgoing) {
        try {
            return JSON.writeValueAsString(outgoing);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Outgoing mail cannot be written down", e);
        }
    }

    static Outgoing read(String json) {
        return read(json, JSON.constructType(Outgoing.class));
    }

    static List<Piece> readPieces(String json) {
        return read(json, JSON.getTypeFactory().constructCollectionType(List.class, Piece.class));
    }

    private static <T> T read(String json, JavaType type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Outgoing mail in the outbox cannot be read", e);
        }
    }
}
