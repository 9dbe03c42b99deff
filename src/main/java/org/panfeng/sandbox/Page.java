package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the page in the browser asks for: people, chats, what one of them says or presses, and the clock. */
final class Page implements AutoCloseable {

    private final World world;
    private final Messenger messenger;
    private final @Nullable OfficeClock clock;
    private final EventStreams streams;

    Page(World world, Messenger messenger, @Nullable OfficeClock clock) {
        this.world = world;
        this.messenger = messenger;
        this.clock = clock;
        this.streams = new EventStreams(messenger);
    }

    void register(RoutesConfig routes) {
        new PageFiles(world.files()).register(routes);
        routes.before("/sandbox/*", SameOrigin::require);
        routes.get("/sandbox/people", answering(ctx -> people()));
        routes.get("/sandbox/chats/{id}", answering(ctx -> chat(person(ctx))));
        routes.post("/sandbox/chats/{id}/say", answering(this::say));
        routes.post("/sandbox/chats/{id}/tap", answering(this::tap));
        routes.post("/sandbox/chats/{id}/block", answering(this::block));
        routes.get("/sandbox/clock", answering(ctx -> clock()));
        routes.post("/sandbox/clock", answering(this::moveClock));
        routes.sse("/sandbox/events", streams::open);
    }

    /** A mistake of whoever uses the page is answered in words. */
    private static Handler answering(Function<Context, JsonNode> request) {
        return ctx -> {
            try {
                json(ctx, request.apply(ctx));
            } catch (NoSuchElementException missing) {
                error(ctx, 404, missing);
            } catch (IllegalArgumentException wrong) {
                error(ctx, 400, wrong);
            } catch (IllegalStateException impossibleNow) {
                error(ctx, 409, impossibleNow);
            }
        };
    }

    private ArrayNode people() {
        ArrayNode people = Json.array();
        for (Chat chat : world.chats().all()) {
            ObjectNode person = person(chat);
            chat.last().ifPresent(last -> person.set("last", PageJson.of(last)));
            people.add(person);
        }
        return people;
    }

    private static ObjectNode person(Chat chat) {
        return Json.object()
                .put("id", chat.person().id())
                .put("name", chat.person().name())
                .put("username", chat.person().username())
                .put("note", chat.note())
                .put("blocked", chat.blocked());
    }

    private ObjectNode chat(Chat chat) {
        ObjectNode json = person(chat);
        ArrayNode messages = json.putArray("messages");
        chat.messages().forEach(message -> messages.add(PageJson.of(message)));
        ArrayNode menu = json.putArray("menu");
        for (BotCommand command : messenger.menu(chat.person().id())) {
            menu.addObject().put("command", command.command()).put("description", command.description());
        }
        return json;
    }

    private JsonNode say(Context ctx) {
        int id =
                messenger.says(person(ctx).person().id(), body(ctx).path("text").asText());
        return Json.object().put("messageId", id);
    }

    private JsonNode tap(Context ctx) {
        JsonNode tap = body(ctx);
        String id = messenger.taps(
                person(ctx).person().id(),
                tap.path("messageId").asInt(),
                tap.path("data").asText());
        return Json.object().put("queryId", id);
    }

    private JsonNode block(Context ctx) {
        long id = person(ctx).person().id();
        if (body(ctx).path("blocked").asBoolean()) {
            messenger.blocks(id);
        } else {
            messenger.unblocks(id);
        }
        return person(person(ctx));
    }

    private ObjectNode clock() {
        Instant now = clock == null ? world.clock().instant() : clock.now();
        ObjectNode json = Json.object()
                .put("now", now.toString())
                .put("zone", (clock == null ? ZoneOffset.UTC : clock.zone()).getId());
        ArrayNode jumps = json.putArray("jumps");
        for (OfficeClock.Jump jump : clock == null ? List.<OfficeClock.Jump>of() : clock.jumps()) {
            jumps.addObject()
                    .put("zh", jump.labelZh())
                    .put("en", jump.labelEn())
                    .put("target", jump.target().toString());
        }
        return json;
    }

    private JsonNode moveClock(Context ctx) {
        if (clock == null) {
            throw new IllegalStateException("This clock cannot be moved");
        }
        try {
            clock.moveTo(Instant.parse(body(ctx).path("target").asText()));
        } catch (DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "The target must be an instant such as 2026-11-16T00:30:00Z", unreadable);
        }
        return clock();
    }

    private Chat person(Context ctx) {
        String id = ctx.pathParam("id");
        return world.chats().of(id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
    }

    private static JsonNode body(Context ctx) {
        return Json.parse(ctx.body()).orElseThrow(() -> new IllegalArgumentException("The body must be JSON"));
    }

    private static void json(Context ctx, JsonNode json) {
        ctx.header("Cache-Control", "no-store").contentType("application/json").result(Json.bytes(json));
    }

    private static void error(Context ctx, int status, Exception why) {
        ctx.status(status);
        json(ctx, Json.object().put("error", why.getMessage()));
    }

    @Override
    public void close() {
        streams.close();
    }
}
