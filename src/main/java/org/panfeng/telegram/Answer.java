package org.panfeng.telegram;

import java.io.IOException;
import java.io.Serializable;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** The answer to a call that was made past the library, read as the library reads it. */
final class Answer<T extends Serializable> implements Callback {
    private final BotApiMethod<T> method;
    private final CompletableFuture<T> future = new CompletableFuture<>();

    Answer(BotApiMethod<T> method) {
        this.method = method;
    }

    CompletableFuture<T> future() {
        return future;
    }

    @Override
    public void onFailure(Call call, IOException broken) {
        future.completeExceptionally(broken);
    }

    @Override
    public void onResponse(Call call, Response response) {
        try (ResponseBody body = response.body()) {
            future.complete(method.deserializeResponse(body == null ? "" : body.string()));
        } catch (IOException | TelegramApiException | RuntimeException e) {
            future.completeExceptionally(e);
        }
    }
}
