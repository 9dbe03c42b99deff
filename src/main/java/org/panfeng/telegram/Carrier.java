package org.panfeng.telegram;

import java.util.concurrent.CompletableFuture;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Parcel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries one parcel: makes the request, and another one where a refusal asks for it. */
final class Carrier {
    private static final Logger log = LoggerFactory.getLogger(Carrier.class);

    private final BotApi api;
    private final RichCarrier rich;
    private final DocumentCarrier documents;

    Carrier(BotApi api, Depot depot) {
        this.api = api;
        this.rich = new RichCarrier(depot);
        this.documents = new DocumentCarrier(depot);
    }

    /**
     * @param another is run before each message after the first
     */
    CompletableFuture<Outcome> carry(Parcel parcel, Runnable another) {
        return carry(new Attempt(api, parcel, another), parcel.outgoing())
                .exceptionally(failure -> Refusals.outcome(parcel, failure));
    }

    private CompletableFuture<Outcome> carry(Attempt attempt, Outgoing outgoing) {
        if (outgoing instanceof Outgoing.Send send) {
            return send(attempt, send);
        } else if (outgoing instanceof Outgoing.Document document) {
            return documents.send(attempt, document);
        } else if (outgoing instanceof Outgoing.Edit edit) {
            return edit(attempt, edit);
        } else if (outgoing instanceof Outgoing.Toast toast) {
            return attempt.call(Requests.answer(toast)).thenApply(done -> new Outcome.Delivered(0));
        }
        return attempt.call(Requests.menu(attempt.chatId(), (Outgoing.Menu) outgoing))
                .thenApply(done -> new Outcome.Delivered(0));
    }

    private CompletableFuture<Outcome> send(Attempt attempt, Outgoing.Send send) {
        if (send.content() instanceof Content.Html html) {
            return Attempt.recovering(
                    attempt.call(Requests.message(attempt.chatId(), html.html(), send.keyboard(), send.silent()))
                            .thenApply(Attempt::delivered),
                    refusal -> refusal.says("can't parse entities"),
                    () -> plain(attempt, html.html(), send));
        }
        return rich.send(attempt, (Content.Rich) send.content(), send);
    }

    /** A message whose markup the messenger cannot read is a mistake of ours; the person gets its words all the same. */
    private static CompletableFuture<Outcome> plain(Attempt attempt, String html, Outgoing.Send send) {
        log.error("Telegram cannot read the markup of a message; it is sent as plain text");
        var message = Requests.message(attempt.chatId(), withoutTags(html), send.keyboard(), send.silent());
        message.setParseMode(null);
        return attempt.call(message).thenApply(Attempt::delivered);
    }

    private static String withoutTags(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** A message that cannot be edited any more is followed by a new one. */
    private CompletableFuture<Outcome> edit(Attempt attempt, Outgoing.Edit edit) {
        return Attempt.recovering(
                editOnly(attempt, edit),
                Refusals::isEditLost,
                () -> send(attempt, Outgoing.send(edit.content(), edit.keyboard())));
    }

    private CompletableFuture<Outcome> editOnly(Attempt attempt, Outgoing.Edit edit) {
        if (edit.content() instanceof Content.Html html) {
            return attempt.call(Requests.edit(attempt.chatId(), edit.messageId(), html.html(), edit.keyboard()))
                    .thenApply(edited -> new Outcome.Delivered(edit.messageId()));
        }
        return rich.edit(attempt, edit.messageId(), (Content.Rich) edit.content(), edit.keyboard());
    }
}
