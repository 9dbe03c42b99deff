package org.panfeng.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Parcel;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;

/** An attempt at one parcel: a request, and others where a refusal or a long document asks for them. */
final class Attempt {
    /** How long a message waits before it looks again whether somebody else's upload is done. */
    private static final Duration WHILE_UPLOADING = Duration.ofMillis(500);

    private final BotApi api;
    private final Parcel parcel;
    private final Destination to;
    private final Runnable another;
    private final long until;

    /**
     * @param isPaid whether its messages may be charged for
     * @param another is run before each message after the first, since they count against the messenger's limits, too
     */
    Attempt(BotApi api, Parcel parcel, boolean isPaid, Runnable another) {
        this.api = api;
        this.parcel = parcel;
        this.to = new Destination(parcel.chatId(), isPaid);
        this.until = System.nanoTime() + api.patience().attempt().toNanos();
        this.another = another;
    }

    long chatId() {
        return parcel.chatId();
    }

    /** Where new messages go. */
    Destination to() {
        return to;
    }

    /** How many pieces of the parcel have arrived in earlier attempts. */
    int parts() {
        return parcel.parts();
    }

    CompletableFuture<JsonNode> call(PartialBotApiMethod<?> method) {
        Duration left = left();
        Duration longest = api.patience().call();
        return api.call(method, left.compareTo(longest) < 0 ? left : longest);
    }

    /** A call that brings files may last as long as the whole attempt. */
    CompletableFuture<JsonNode> call(PartialBotApiMethod<?> method, List<Load.Item> files) {
        return files.isEmpty() ? call(method) : api.call(method, files, left());
    }

    /** Another message will be sent than the one that was granted. */
    void oneMore() {
        another.run();
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(1, until - System.nanoTime()));
    }

    /** Takes the other way when the attempt was answered with a refusal that asks for it. */
    static <T> CompletableFuture<T> recovering(
            CompletableFuture<T> attempt, Predicate<Refusal> asksForIt, Supplier<CompletableFuture<T>> other) {
        return attempt.handle((outcome, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedFuture(outcome);
                    }
                    return Refusals.answer(failure).filter(asksForIt).isPresent()
                            ? other.get()
                            : CompletableFuture.<T>failedFuture(failure);
                })
                .thenCompose(Function.identity());
    }

    /** Somebody else uploads the same file just now; once that is done, this message needs no upload of its own. */
    static CompletableFuture<Outcome> waiting() {
        return CompletableFuture.completedFuture(
                Outcome.Postponed.uncounted(WHILE_UPLOADING, "waits for the upload of a file"));
    }

    static Outcome delivered(JsonNode message) {
        return new Outcome.Delivered(message.path("message_id").asLong());
    }
}
