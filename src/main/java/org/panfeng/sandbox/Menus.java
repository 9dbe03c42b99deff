package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The command menus the bot has set, per scope and language. */
final class Menus {

    private static final Set<String> SCOPES = Set.of(
            "default",
            "all_private_chats",
            "all_group_chats",
            "all_chat_administrators",
            "chat",
            "chat_administrators",
            "chat_member");
    private static final int COMMANDS = 100;

    /** Where a menu holds; the chat is 0 for scopes without one, the language empty for all languages. */
    private record Place(String scope, long chatId, String language) {}

    private final Map<Place, List<BotCommand>> menus = new ConcurrentHashMap<>();
    private final Chats chats;
    private final Events events;

    Menus(Chats chats, Events events) {
        this.chats = chats;
        this.events = events;
    }

    void register(Map<String, Method> methods) {
        methods.put("setmycommands", this::set);
        methods.put("getmycommands", this::get);
        methods.put("deletemycommands", this::delete);
    }

    /** What this person sees: the narrowest scope that has a menu, in their language before the one for all. */
    List<BotCommand> of(Person person) {
        String language = person.languageCode().split("-")[0];
        return Stream.of(
                        new Place("chat", person.id(), language),
                        new Place("chat", person.id(), ""),
                        new Place("all_private_chats", 0, language),
                        new Place("all_private_chats", 0, ""),
                        new Place("default", 0, language),
                        new Place("default", 0, ""))
                .map(menus::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(List.of());
    }

    private JsonNode set(Call call) {
        List<BotCommand> commands = new ArrayList<>();
        call.json("commands").forEach(command -> commands.add(command(command)));
        if (commands.size() > COMMANDS) {
            throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        if (commands.isEmpty()) {
            return delete(call);
        }
        Place place = place(call);
        menus.put(place, List.copyOf(commands));
        return announce(place);
    }

    private JsonNode delete(Call call) {
        Place place = place(call);
        menus.remove(place);
        return announce(place);
    }

    private JsonNode get(Call call) {
        ArrayNode commands = Json.array();
        for (BotCommand command : menus.getOrDefault(place(call), List.of())) {
            commands.addObject().put("command", command.command()).put("description", command.description());
        }
        return commands;
    }

    private JsonNode announce(Place place) {
        if (place.chatId() != 0) {
            events.publish(new Event.Menu(place.chatId()));
        } else {
            chats.all()
                    .forEach(chat -> events.publish(new Event.Menu(chat.person().id())));
        }
        return Json.TRUE;
    }

    private Place place(Call call) {
        JsonNode scope = call.json("scope");
        String type = scope.path("type").asText("default");
        if (!SCOPES.contains(type)) {
            throw Refusal.badRequest("can't parse BotCommandScope: Field \"type\" has an unsupported value");
        }
        long chatId = scope.path("chat_id").asLong(0);
        if (type.startsWith("chat")
                && chats.find(chatId).filter(Chat::acquainted).isEmpty()) {
            throw Refusal.badRequest("chat not found");
        }
        return new Place(type, chatId, call.text("language_code"));
    }

    private static BotCommand command(JsonNode json) {
        String command = json.path("command").asText().replaceFirst("^/", "");
        String description = json.path("description").asText().strip();
        if (!command.matches("[a-z0-9_]{1,32}")) {
            throw Refusal.badRequest("BOT_COMMAND_INVALID");
        }
        if (description.isEmpty() || description.length() > 256) {
            throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }
        return new BotCommand(command, description);
    }
}
