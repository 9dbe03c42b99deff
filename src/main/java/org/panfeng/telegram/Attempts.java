package org.panfeng.telegram;

import java.io.Serializable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.panfeng.mailbox.Outcome;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Attempts at one parcel: requests, and another one where a refusal asks for it. */
final class Attempts {
    /** How long a message waits before it looks again whether somebody else's upload is done. */
    private static final Duration WHILE_UPLOADING = Duration.ofMillis(500);

    private Attempts() {}

    static <T extends Serializable, M extends BotApiMethod<T>> CompletableFuture<T> execute(
            TelegramClient client, M method) {
        try {
            return client.executeAsync(method);
        } catch (TelegramApiException e) {
            return CompletableFuture.failedFuture(new CompletionException(e));
        }
    }

    /** Takes the other way when the attempt was answered with a refusal that asks for it. */
    static CompletableFuture<Outcome> recovering(
            CompletableFuture<Outcome> attempt,
            Predicate<TelegramApiRequestException> asksForIt,
            Supplier<CompletableFuture<Outcome>> other) {
        return attempt.handle((outcome, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedFuture(outcome);
                    }
                    return Refusals.answer(failure).filter(asksForIt).isPresent()
                            ? other.get()
                            : CompletableFuture.<Outcome>failedFuture(failure);
                })
                .thenCompose(Function.identity());
    }

    /** Somebody else uploads the same file just now; once that is done, this message needs no upload of its own. */
    static CompletableFuture<Outcome> waiting() {
        return CompletableFuture.completedFuture(
                new Outcome.Postponed(WHILE_UPLOADING, false, "waits for the upload of a file"));
    }
}
