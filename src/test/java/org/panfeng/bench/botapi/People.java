package org.panfeng.bench.botapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** All chats, and those of them that are played. */
final class People {
    private final Map<Long, Chat> chats = new HashMap<>();
    private final List<Chat> played = new ArrayList<>();
    private final LongFunction<Chat> newcomer;

    People(Options options) {
        this.newcomer = id -> new Chat(id, new Gate(options.ofChat(), options.untilHeard()));
    }

    Chat with(long id) {
        Chat chat = chats.get(id);
        if (chat == null) {
            chat = newcomer.apply(id);
            chats.put(id, chat);
        }
        return chat;
    }

    /** Plays these from now on. */
    void play(long firstId, int count) {
        played.forEach(chat -> chat.isPlayed = false);
        played.clear();
        for (long id = firstId; id < firstId + count; id++) {
            Chat chat = with(id);
            chat.isPlayed = true;
            played.add(chat);
        }
    }

    List<Chat> played() {
        return played;
    }

    Iterable<Chat> all() {
        return chats.values();
    }
}
