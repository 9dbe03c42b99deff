package org.panfeng.telegram;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Brings files to keep: by the id that Telegram knows, or for the first time with their bytes. */
final class DocumentCarrier {
    private final BotApi api;
    private final Depot depot;

    DocumentCarrier(BotApi api, Depot depot) {
        this.api = api;
        this.depot = depot;
    }

    CompletableFuture<Outcome> send(long chatId, Outgoing.Document document) {
        return send(chatId, document, true);
    }

    private CompletableFuture<Outcome> send(long chatId, Outgoing.Document document, boolean mayForget) {
        Optional<Load> taken = depot.take(FileKind.DOCUMENT, List.of(document.file()));
        if (taken.isEmpty()) {
            return Attempts.waiting();
        }
        Load load = mayForget ? taken.get() : taken.get().insisting();
        Optional<Load.Item> item = load.item(document.file().name());
        if (item.isEmpty()) {
            load.close();
            return CompletableFuture.completedFuture(
                    new Outcome.Refused("the file is gone, or could not be uploaded a while ago"));
        }
        return Attempts.recovering(
                load.closedAfter(() -> attempt(chatId, document, item.get(), load)), load::isOutdated, () -> {
                    load.forgetIds();
                    return send(chatId, document, false);
                });
    }

    private CompletableFuture<Outcome> attempt(long chatId, Outgoing.Document document, Load.Item item, Load load) {
        return api.uploadingClient()
                .executeAsync(Requests.document(chatId, item, document.caption()))
                .whenComplete((message, failure) -> note(item, message, failure, load))
                .thenApply(message -> new Outcome.Delivered(message.getMessageId()));
    }

    private static void note(Load.Item item, @Nullable Message message, @Nullable Throwable failure, Load load) {
        if (message != null) {
            load.learn(
                    item,
                    message.getDocument() == null ? "" : message.getDocument().getFileId());
        } else if (failure != null && item.fileId().isEmpty() && !Refusals.isWhateverIsBrought(failure)) {
            load.failed(item, failure);
        }
    }
}
