package org.panfeng.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.objects.richtext.InputRichMessage;

/** Brings documents: as rich messages with their pictures inside, or where those are refused as text, with the pictures before it. */
final class RichCarrier {
    private static final Logger log = LoggerFactory.getLogger(RichCarrier.class);

    private final Depot depot;
    private final AtomicBoolean refusesRich = new AtomicBoolean();

    RichCarrier(Depot depot) {
        this.depot = depot;
    }

    /**
     * The two ways of one document.
     *
     * @param asRich the request, once the rich message is written
     * @param asText the other way; the load holds the pictures that can be shown
     * @param messageId of the message that is edited; 0 for a new one
     */
    private record Ways(
            Attempt attempt,
            Content.Rich content,
            Function<InputRichMessage, BotApiMethod<?>> asRich,
            Function<Load, CompletableFuture<Outcome>> asText,
            long messageId) {}

    CompletableFuture<Outcome> send(Attempt attempt, Content.Rich content, Outgoing.Send send) {
        return carry(
                new Ways(
                        attempt,
                        content,
                        message -> Requests.rich(attempt.to(), message, send.keyboard(), send.silent()),
                        load -> PlainCarrier.send(attempt, content.markdown(), load, send),
                        0),
                true);
    }

    CompletableFuture<Outcome> edit(Attempt attempt, long messageId, Content.Rich content, Keyboard keyboard) {
        return carry(
                new Ways(
                        attempt,
                        content,
                        message -> Requests.editRich(attempt.chatId(), messageId, message, keyboard),
                        load -> PlainCarrier.edit(attempt, messageId, content.markdown(), keyboard),
                        messageId),
                true);
    }

    /**
     * @param mayForget whether ids that Telegram does not know any more may be forgotten, and the files uploaded again
     */
    private CompletableFuture<Outcome> carry(Ways ways, boolean mayForget) {
        Optional<Load> taken = depot.take(FileKind.PHOTO, ways.content().pictures());
        if (taken.isEmpty()) {
            return Attempt.waiting();
        }
        Load load = mayForget ? taken.get() : taken.get().insisting();
        return Attempt.recovering(load.closedAfter(() -> attempt(ways, load)), load::isOutdated, () -> {
            load.forgetIds();
            return carry(ways, false);
        });
    }

    private CompletableFuture<Outcome> attempt(Ways ways, Load load) {
        // What has arrived in pieces is completed in pieces.
        return refusesRich.get() || ways.attempt().parts() > 0
                ? ways.asText().apply(load)
                : Attempt.recovering(
                        rich(ways, load),
                        refusal -> !load.isOutdated(refusal) && isRichRefused(refusal),
                        () -> ways.asText().apply(load));
    }

    private CompletableFuture<Outcome> rich(Ways ways, Load load) {
        Illustrations illustrations = new Illustrations(ways.content(), load);
        return ways.attempt()
                .call(ways.asRich().apply(illustrations.message()), load.uploads())
                .handle((answer, failure) -> {
                    if (failure == null) {
                        illustrations.learn(answer);
                        return CompletableFuture.completedFuture(outcome(answer, ways.messageId()));
                    }
                    if (isOfTheUploads(failure)) {
                        load.uploadsFailed(failure);
                    }
                    return CompletableFuture.<Outcome>failedFuture(failure);
                })
                .thenCompose(Function.identity());
    }

    /** Whether a rich message is refused for one of its pictures or for itself shows when they are sent one by one. */
    private static boolean isOfTheUploads(Throwable failure) {
        boolean isYetToShow = Refusals.answer(failure)
                .filter(refusal -> refusal.code() < 500 || refusal.code() == 501)
                .isPresent();
        return !isYetToShow && !Refusals.isWhateverIsBrought(failure);
    }

    private static Outcome outcome(JsonNode answer, long edited) {
        return edited > 0 ? new Outcome.Delivered(edited) : Attempt.delivered(answer);
    }

    /** An older server knows no rich messages: it is not asked again. Any other complaint about one is about that one. */
    private boolean isRichRefused(Refusal refusal) {
        int code = refusal.code();
        String said = refusal.said();
        if (code == 404 || code == 405 || code == 501) {
            if (!refusesRich.getAndSet(true)) {
                log.info("This Bot API server knows no rich messages; readings go out as pages of text");
            }
            return true;
        }
        boolean isOfTheChat =
                said.contains("chat not found") || Refusals.isEditLost(refusal) || said.contains("not modified");
        if ((code == 400 && !isOfTheChat) || code == 413) {
            log.warn("A rich message was refused and goes out as text: {}", said);
            return true;
        }
        return false;
    }
}
