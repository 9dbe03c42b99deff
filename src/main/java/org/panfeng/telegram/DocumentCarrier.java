package org.panfeng.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;

/** Brings files to keep: by the id that Telegram knows, or for the first time with their bytes. */
final class DocumentCarrier {
    private final Depot depot;

    DocumentCarrier(Depot depot) {
        this.depot = depot;
    }

    CompletableFuture<Outcome> send(Attempt attempt, Outgoing.Document document) {
        return send(attempt, document, true);
    }

    private CompletableFuture<Outcome> send(Attempt attempt, Outgoing.Document document, boolean mayForget) {
        Optional<Load> taken = depot.take(FileKind.DOCUMENT, List.of(document.file()));
        if (taken.isEmpty()) {
            return Attempt.waiting();
        }
        Load load = mayForget ? taken.get() : taken.get().insisting();
        Optional<Load.Item> item = load.item(document.file().name());
        if (item.isEmpty()) {
            load.close();
            return CompletableFuture.completedFuture(withoutFile(document));
        }
        return Attempt.recovering(
                load.closedAfter(() -> send(attempt, document, item.get(), load)), load::isOutdated, () -> {
                    load.forgetIds();
                    return send(attempt, document, false);
                });
    }

    /** An upload that failed may go well later; a file that is gone, or that Telegram does not take, will not come. */
    private Outcome withoutFile(Outgoing.Document document) {
        return depot.pause(FileKind.DOCUMENT, document.file())
                .<Outcome>map(pause -> new Outcome.Postponed(pause, true, "the file could not be uploaded"))
                .orElseGet(() -> new Outcome.Refused("the file is gone, or is not taken"));
    }

    private static CompletableFuture<Outcome> send(
            Attempt attempt, Outgoing.Document document, Load.Item item, Load load) {
        return attempt.call(Requests.document(attempt.to(), item, document.caption()), item.upload())
                .whenComplete((message, failure) -> note(item, message, failure, load))
                .thenApply(Attempt::delivered);
    }

    private static void note(Load.Item item, @Nullable JsonNode message, @Nullable Throwable failure, Load load) {
        if (message != null) {
            load.learn(item, message.path("document").path("file_id").asText(""));
        } else if (failure != null && item.fileId().isEmpty() && !Refusals.isWhateverIsBrought(failure)) {
            load.failed(item, failure);
        }
    }
}
