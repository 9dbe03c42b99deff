package org.panfeng.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What is to go wrong between the bot and the stand-in. Of several faults that meet a call, the oldest happens. */
public final class Faults {

    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile Duration latency = Duration.ZERO;

    Faults() {}

    /** A fault of the next call of this method. */
    public Script on(String method) {
        return new Script(World.methodName(method), 0, 1);
    }

    /** A fault of the next call of any method, polling included. */
    public Script onAny() {
        return new Script(null, 0, 1);
    }

    /** Answers this method as unknown, as an older server does; without sendRichMessage, edits know no rich messages either. */
    public void refuse(String method) {
        refused.add(World.methodName(method));
    }

    /** Holds back every response except that of getUpdates for so long, in real time. */
    public void latency(Duration latency) {
        this.latency = latency;
    }

    /** Everything goes well again. */
    public void clear() {
        faults.clear();
        refused.clear();
        latency = Duration.ZERO;
    }

    Duration latency() {
        return latency;
    }

    boolean refuses(String method) {
        return refused.contains(World.methodName(method));
    }

    Optional<Fault> meeting(Call call) {
        return faults.stream().filter(fault -> fault.meets(call)).findFirst();
    }

    /** Which calls are met: one, unless said otherwise. The last word says what happens to them. */
    public final class Script {

        private final @Nullable String method;
        private final long chatId;
        private final long times;

        private Script(@Nullable String method, long chatId, long times) {
            this.method = method;
            this.chatId = chatId;
            this.times = times;
        }

        /** Only calls that name this chat. */
        public Script inChat(long chatId) {
            return new Script(method, chatId, times);
        }

        public Script times(int times) {
            return new Script(method, chatId, times);
        }

        public Script untilCleared() {
            return new Script(method, chatId, Long.MAX_VALUE);
        }

        /** Flood control: 429, and for how many seconds the bot is to be quiet. */
        public void tooManyRequests(int retryAfterSeconds) {
            ObjectNode body = refusal(429, "Too Many Requests: retry after " + retryAfterSeconds);
            body.putObject("parameters").put("retry_after", retryAfterSeconds);
            answer(429, "application/json", Json.bytes(body));
        }

        /** A refusal in Telegram's form; the description is the whole of it, as in {@code Bad Request: chat not found}. */
        public void refused(int code, String description) {
            answer(code, "application/json", Json.bytes(refusal(code, description)));
        }

        /** The group has become a supergroup, with this id. */
        public void migratedTo(long chatId) {
            ObjectNode body = refusal(400, "Bad Request: group chat was upgraded to a supergroup chat");
            body.putObject("parameters").put("migrate_to_chat_id", chatId);
            answer(400, "application/json", Json.bytes(body));
        }

        /** What a gateway answers: a page of HTML, such as 502 Bad Gateway. */
        public void gatewayError(int status) {
            String page = "<html><head><title>" + status + "</title></head><body><h1>" + status + "</h1></body></html>";
            answer(status, "text/html", page.getBytes(StandardCharsets.UTF_8));
        }

        /** Success as far as HTTP goes, with a body that is no JSON; the call takes effect. */
        public void unreadableAnswer() {
            add(new Fault.Answer(200, "application/json", "{\"ok\":tr".getBytes(StandardCharsets.UTF_8)), true);
        }

        /** Success as far as HTTP goes, with this body; the call takes no effect. */
        public void answers(String body) {
            answer(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
        }

        /** No answer at all, on a connection that stays open until the caller has had enough. */
        public void hangs() {
            add(new Fault.Answer(Fault.NEVER, "", new byte[0]), false);
        }

        /** The connection breaks before anything happened. */
        public void dropBeforeHandling() {
            add(null, false);
        }

        /** The call takes effect, and the connection breaks before the answer. */
        public void dropAfterHandling() {
            add(null, true);
        }

        private void answer(int status, String contentType, byte[] body) {
            add(new Fault.Answer(status, contentType, body), false);
        }

        private void add(Fault.@Nullable Answer answer, boolean handled) {
            faults.removeIf(fault -> fault.left().get() == 0);
            faults.add(new Fault(method, chatId, new AtomicLong(times), answer, handled));
        }

        private static ObjectNode refusal(int code, String description) {
            return Json.object().put("ok", false).put("error_code", code).put("description", description);
        }
    }
}
