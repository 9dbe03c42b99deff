package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What both sides share: the bot's calls and the people's acts meet here. */
record World(
        Clock clock,
        ObjectNode bot,
        Chats chats,
        Updates updates,
        Presses presses,
        Menus menus,
        Files files,
        Events events,
        AtomicInteger messageIds)
        implements AutoCloseable {

    static World of(String token, Clock clock) {
        Events events = new Events();
        Chats chats = new Chats(events);
        return new World(
                clock,
                bot(token),
                chats,
                new Updates(100_000_001),
                new Presses(),
                new Menus(chats, events),
                new Files(),
                events,
                new AtomicInteger());
    }

    /** Every method the stand-in knows; names in lower case, because Telegram does not mind how they are written. */
    Map<String, Method> methods() {
        Map<String, Method> methods = new ConcurrentHashMap<>();
        new Receiving(this).register(methods);
        new Sending(this).register(methods);
        new Editing(this).register(methods);
        menus.register(methods);
        files.register(methods);
        return Map.copyOf(methods);
    }

    static String methodName(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    Post post(Chat chat, Chat.Draft draft) {
        return chat.add(draft, messageIds::incrementAndGet, clock.instant());
    }

    ObjectNode json(Chat chat, Post post) {
        return post.json(chat.person(), bot);
    }

    private static ObjectNode bot(String token) {
        String id = token.replaceFirst(":.*", "");
        return Json.object()
                .put("id", id.matches("\\d{1,15}") ? Long.parseLong(id) : 1L)
                .put("is_bot", true)
                .put("first_name", "攀峰 Panfeng")
                .put("username", "panfeng_sandbox_bot");
    }

    @Override
    public void close() {
        updates.close();
        events.close();
    }
}
