package org.panfeng.sandbox;

import java.util.Collection;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Everybody there is, by id. */
final class Chats {

    private final Map<Long, Chat> chats = new ConcurrentSkipListMap<>();
    private final Events events;

    Chats(Events events) {
        this.events = events;
    }

    void add(Person person) {
        if (chats.putIfAbsent(person.id(), new Chat(person, events)) != null) {
            throw new IllegalArgumentException("There is a person " + person.id() + " already");
        }
    }

    Collection<Chat> all() {
        return chats.values();
    }

    Optional<Chat> find(long id) {
        return Optional.ofNullable(chats.get(id));
    }

    /** The chat of a person who must exist. */
    Chat of(long personId) {
        return find(personId).orElseThrow(() -> new NoSuchElementException("There is no person " + personId));
    }

    /** The chat that a bot names, into which it may write. */
    Chat reachable(Call call) {
        Chat chat = named(call);
        chat.requireReachable();
        return chat;
    }

    Chat named(Call call) {
        return find(call.chatId()).orElseThrow(() -> Refusal.badRequest("chat not found"));
    }
}
