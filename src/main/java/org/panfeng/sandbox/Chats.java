package org.panfeng.sandbox;

import java.util.Collection;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Everybody there is, by id. */
final class Chats {

    /** Telegram's limit for a first name. */
    private static final int LONGEST_NAME = 64;

    private static final long FIRST_TO_JOIN = 900_000_000;

    private final ConcurrentSkipListMap<Long, Chat> chats = new ConcurrentSkipListMap<>();
    private final Events events;

    Chats(Events events) {
        this.events = events;
    }

    void add(Person person) {
        if (chats.putIfAbsent(person.id(), new Chat(person, events)) != null) {
            throw new IllegalArgumentException("There is a person " + person.id() + " already");
        }
        events.publish(new Event.Joined(person.id()));
    }

    /** Somebody new with an id that nobody has; a name has 1 to 64 characters. */
    synchronized Person join(String name, String languageCode) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A name has 1 to " + LONGEST_NAME + " characters");
        }
        long id = Math.max(FIRST_TO_JOIN, chats.isEmpty() ? 0 : chats.lastKey()) + 1;
        Person person = new Person(id, name, null, null, languageCode);
        add(person);
        return person;
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
