package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the page in the browser asks for: people, chats, what one of them says, sends or presses, and the clock. */
final class Page implements AutoCloseable {

    private final String id = UUID.randomUUID().toString();
    private final World world;
    private final Messenger messenger;
    private final @Nullable Stage stage;
    private final EventStreams streams;
    private final PageClock clock;
    private final Uploads uploads;

    Page(World world, Messenger messenger, @Nullable Stage stage) {
        this.world = world;
        this.messenger = messenger;
        this.stage = stage;
        this.streams = new EventStreams(id, messenger);
        this.clock = new PageClock(world, stage, streams);
        this.uploads = new Uploads(messenger);
    }

    void register(RoutesConfig routes) {
        new PageFiles(world.files()).register(routes);
        routes.before("/sandbox/*", SameOrigin::require);
        routes.get("/sandbox/world", answering(ctx -> everything()));
        routes.post("/sandbox/people", answering(this::join));
        routes.get("/sandbox/people", answering(ctx -> people()));
        routes.get("/sandbox/chats/{id}", answering(ctx -> chat(chatOf(ctx))));
        routes.post("/sandbox/chats/{id}/say", answering(this::say));
        routes.post("/sandbox/chats/{id}/send", answering(this::send));
        routes.post("/sandbox/chats/{id}/tap", answering(this::tap));
        routes.post("/sandbox/chats/{id}/read", answering(this::read));
        routes.post("/sandbox/chats/{id}/block", answering(this::block));
        routes.get("/sandbox/clock", answering(ctx -> clock.json()));
        routes.post(
                "/sandbox/clock",
                answering(ctx -> clock.moveTo(body(ctx).path("target").asText())));
        routes.post("/sandbox/language", answering(this::speak));
        routes.post("/sandbox/restart", answering(ctx -> clock.restartBot()));
        routes.sse("/sandbox/events", streams::open);
    }

    /** A mistake of whoever uses the page is answered in words. */
    private static Handler answering(Function<Context, JsonNode> request) {
        return ctx -> {
            try {
                json(ctx, request.apply(ctx));
            } catch (NoSuchElementException missing) {
                error(ctx, 404, missing);
            } catch (IllegalArgumentException | Refusal wrong) {
                error(ctx, 400, wrong);
            } catch (IllegalStateException impossibleNow) {
                error(ctx, 409, impossibleNow);
            }
        };
    }

    private ObjectNode everything() {
        ObjectNode json = Json.object().put("world", id);
        json.putObject("bot")
                .put("name", world.bot().path("first_name").asText())
                .put("username", world.bot().path("username").asText());
        // The clock waits until the office has opened, and so there is everybody to tell of.
        json.set("clock", clock.json());
        return json.set("people", people());
    }

    private ArrayNode people() {
        ArrayNode people = Json.array();
        world.chats().all().forEach(chat -> people.add(PageJson.person(chat)));
        return people;
    }

    private ObjectNode chat(Chat chat) {
        ObjectNode json = PageJson.person(chat);
        ArrayNode messages = json.putArray("messages");
        chat.messages().forEach(message -> messages.add(PageJson.of(message)));
        ArrayNode menu = json.putArray("menu");
        for (BotCommand command : messenger.menu(chat.person().id())) {
            menu.addObject().put("command", command.command()).put("description", command.description());
        }
        return json;
    }

    private JsonNode join(Context ctx) {
        JsonNode who = body(ctx);
        String language = language(who);
        Person person = messenger.join(who.path("name").asText().strip(), language.equals("zh") ? "zh-hans" : language);
        speak(List.of(person), language);
        return PageJson.person(world.chats().of(person.id()));
    }

    /** The people one can be speak the language of the page. */
    private JsonNode speak(Context ctx) {
        List<Person> played = world.chats().all().stream()
                .filter(chat -> chat.part().isPresent())
                .map(Chat::person)
                .toList();
        String language = language(body(ctx));
        speak(played, language);
        return Json.object().put("language", language);
    }

    private void speak(List<Person> people, String language) {
        if (stage != null) {
            stage.speak(people, language);
        }
    }

    private static String language(JsonNode said) {
        String language = said.path("language").asText("zh");
        if (!language.equals("zh") && !language.equals("en")) {
            throw new IllegalArgumentException("The page speaks zh and en");
        }
        return language;
    }

    private JsonNode say(Context ctx) {
        int message = messenger.says(id(ctx), body(ctx).path("text").asText());
        return Json.object().put("messageId", message);
    }

    private JsonNode send(Context ctx) {
        return Json.object().put("messageId", uploads.take(id(ctx), ctx));
    }

    private JsonNode tap(Context ctx) {
        JsonNode tap = body(ctx);
        String query = messenger.taps(
                id(ctx), tap.path("messageId").asInt(), tap.path("data").asText());
        return Json.object().put("queryId", query);
    }

    private JsonNode read(Context ctx) {
        Chat chat = chatOf(ctx);
        chat.read(body(ctx).path("upTo").asInt());
        return Json.object().put("unread", chat.unread());
    }

    private JsonNode block(Context ctx) {
        if (body(ctx).path("blocked").asBoolean()) {
            messenger.blocks(id(ctx));
        } else {
            messenger.unblocks(id(ctx));
        }
        return PageJson.person(chatOf(ctx));
    }

    private Chat chatOf(Context ctx) {
        String id = ctx.pathParam("id");
        return world.chats().of(id.matches("\\d{1,18}") ? Long.parseLong(id) : 0);
    }

    private long id(Context ctx) {
        return chatOf(ctx).person().id();
    }

    private static JsonNode body(Context ctx) {
        return Json.parse(ctx.body()).orElseThrow(() -> new IllegalArgumentException("The body must be JSON"));
    }

    private static void json(Context ctx, JsonNode json) {
        ctx.header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .contentType("application/json")
                .result(Json.bytes(json));
    }

    private static void error(Context ctx, int status, Exception why) {
        ctx.status(status);
        json(ctx, Json.object().put("error", why.getMessage()));
    }

    @Override
    public void close() {
        clock.close();
        streams.close();
    }
}
