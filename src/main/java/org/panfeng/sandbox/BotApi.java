package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.panfeng.sandbox.Fault.Answer;

/** The Bot API on the wire: who calls, what goes wrong, what is answered. */
final class BotApi {

    private final String token;
    private final Map<String, Method> methods;
    private final Faults faults;
    private final Files files;
    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();

    BotApi(String token, World world, Faults faults) {
        this.token = token;
        this.methods = world.methods();
        this.faults = faults;
        this.files = world.files();
    }

    void register(RoutesConfig routes) {
        routes.get("/bot{token}/{method}", this::call);
        routes.post("/bot{token}/{method}", this::call);
        routes.get("/file/bot{token}/<path>", this::download);
        routes.exception(Refusal.class, (refusal, ctx) -> write(ctx, answer(refusal)));
    }

    /** How often this method was called, whatever was answered. */
    long calls(String method) {
        LongAdder count = calls.get(World.methodName(method));
        return count == null ? 0 : count.sum();
    }

    private void call(Context ctx) throws InterruptedException {
        requireToken(ctx);
        Call call = CallReader.read(ctx);
        calls.computeIfAbsent(World.methodName(call.method()), name -> new LongAdder())
                .increment();
        Optional<Answer> answer = answer(call);
        if (answer.filter(given -> given.status() == Fault.NEVER).isPresent()) {
            ctx.future(CompletableFuture::new);
            return;
        }
        long delay = call.method().equalsIgnoreCase("getUpdates")
                ? 0
                : faults.latency().toNanos();
        if (delay == 0) {
            respond(ctx, answer);
        } else {
            var later = CompletableFuture.delayedExecutor(delay, TimeUnit.NANOSECONDS);
            ctx.future(() -> CompletableFuture.runAsync(() -> respond(ctx, answer), later));
        }
    }

    /** Empty if the connection is to be dropped. */
    private Optional<Answer> answer(Call call) throws InterruptedException {
        Optional<Fault> fault = faults.meeting(call);
        if (fault.isEmpty()) {
            return Optional.of(handle(call));
        }
        if (fault.get().handled()) {
            handle(call);
        }
        return Optional.ofNullable(fault.get().answer());
    }

    private Answer handle(Call call) throws InterruptedException {
        try {
            Method method = methods.get(World.methodName(call.method()));
            if (method == null || faults.refuses(call.method())) {
                throw Refusal.unknownMethod();
            }
            if (faults.refuses("sendRichMessage")) {
                call.parameters().remove("rich_message");
            }
            return json(200, Json.object().put("ok", true).set("result", method.answer(call)));
        } catch (Refusal refusal) {
            return answer(refusal);
        }
    }

    private static Answer answer(Refusal refusal) {
        return json(refusal.code(), refusal.body());
    }

    private static Answer json(int status, JsonNode body) {
        return new Answer(status, "application/json", Json.bytes(body));
    }

    private static void respond(Context ctx, Optional<Answer> answer) {
        answer.ifPresentOrElse(given -> write(ctx, given), () -> Connections.drop(ctx));
    }

    private static void write(Context ctx, Answer answer) {
        ctx.status(answer.status()).contentType(answer.contentType()).result(answer.body());
    }

    private void download(Context ctx) {
        requireToken(ctx);
        Files.Stored file = files.at(ctx.pathParam("path")).orElseThrow(Refusal::notFound);
        ctx.contentType("application/octet-stream").result(file.bytes());
    }

    private void requireToken(Context ctx) {
        SameOrigin.refuseSites(ctx);
        byte[] given = ctx.pathParam("token").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, token.getBytes(StandardCharsets.UTF_8))) {
            throw Refusal.unauthorized();
        }
    }
}
