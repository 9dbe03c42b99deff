package org.panfeng.chat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** The questions that chats have been asked and have not answered. The newest of a chat is the one that words answer. */
public final class Prompts {

    /** A question that is open in a chat. */
    record Open(String kind, String payload) {}

    private final Jdbi jdbi;

    public Prompts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Opens a question; one of the same kind gives way to it. */
    public void open(long chatId, String kind, String payload, Instant now) {
        close(chatId, kind);
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into prompt (chat_id, kind, payload, asked_at) values (:chat, :kind, :payload, :now)")
                .bind("chat", chatId)
                .bind("kind", kind)
                .bind("payload", payload)
                .bind("now", now)
                .execute());
    }

    /** Puts away the chat's questions, but for these kinds. */
    void closeAllBut(long chatId, Set<String> patient) {
        jdbi.useHandle(
                handle -> handle.createUpdate("delete from prompt where chat_id = :chat and kind not in (<patient>)")
                        .bind("chat", chatId)
                        .bindList("patient", patient.isEmpty() ? Set.of("") : patient)
                        .execute());
    }

    Optional<Open> newest(long chatId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select kind, payload from prompt where chat_id = :chat order by ordinal desc limit 1")
                .bind("chat", chatId)
                .map((row, context) -> new Open(row.getString("kind"), row.getString("payload")))
                .findOne());
    }

    /** Closes the chat's question of this kind, if there is one. */
    public void close(long chatId, String kind) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from prompt where chat_id = :chat and kind = :kind")
                .bind("chat", chatId)
                .bind("kind", kind)
                .execute());
    }
}
