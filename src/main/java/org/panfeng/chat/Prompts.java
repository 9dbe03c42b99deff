package org.panfeng.chat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.batch.Batch;
import org.panfeng.batch.Memo;

/** The questions that chats have been asked and have not answered. The newest of a chat is the one that words answer. */
public final class Prompts {

    /** A question that is open in a chat. */
    record Open(String kind, String payload) {}

    private final Jdbi jdbi;
    private final Memo<Long, List<Open>> open = new Memo<>();

    public Prompts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Reads for the present batch what is open in these chats. */
    void foresee(Collection<Long> chatIds) {
        Map<Long, List<Open>> found = read(chatIds);
        chatIds.forEach(chatId -> open.keep(chatId, found.getOrDefault(chatId, List.of())));
    }

    private Map<Long, List<Open>> read(Collection<Long> chatIds) {
        Map<Long, List<Open>> found = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select chat_id, kind, payload from prompt where chat_id = any(:chats) order by ordinal")
                .bindArray("chats", Long.class, chatIds)
                .map((row, context) ->
                        Map.entry(row.getLong("chat_id"), new Open(row.getString("kind"), row.getString("payload"))))
                .forEach(one -> found.computeIfAbsent(one.getKey(), chat -> new ArrayList<>())
                        .add(one.getValue())));
        return found;
    }

    /** What is open in a chat, the newest last. */
    private List<Open> of(long chatId) {
        return open.of(chatId, () -> read(Set.of(chatId)).getOrDefault(chatId, List.of()));
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
        open.change(
                chatId,
                before -> Stream.concat(before.stream(), Stream.of(new Open(kind, payload)))
                        .toList());
    }

    /** Puts away the chat's questions, but for these kinds. */
    void closeAllBut(long chatId, Set<String> patient) {
        close(
                chatId,
                kind -> !patient.contains(kind),
                () -> jdbi.useHandle(handle -> handle.createUpdate(
                                "delete from prompt where chat_id = :chat and kind not in (<patient>)")
                        .bind("chat", chatId)
                        .bindList("patient", patient.isEmpty() ? Set.of("") : patient)
                        .execute()));
    }

    Optional<Open> newest(long chatId) {
        List<Open> all = of(chatId);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Closes the chat's question of this kind, if there is one. */
    public void close(long chatId, String kind) {
        close(
                chatId,
                kind::equals,
                () -> jdbi.useHandle(
                        handle -> handle.createUpdate("delete from prompt where chat_id = :chat and kind = :kind")
                                .bind("chat", chatId)
                                .bind("kind", kind)
                                .execute()));
    }

    /** Most chats have nothing open; where a batch knows that, nothing has to be deleted. */
    private void close(long chatId, Predicate<String> kinds, Runnable delete) {
        if (Batch.isRunning() && of(chatId).stream().map(Open::kind).noneMatch(kinds)) {
            return;
        }
        delete.run();
        open.change(
                chatId,
                before -> before.stream().filter(one -> !kinds.test(one.kind())).toList());
    }
}
