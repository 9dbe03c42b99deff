package org.panfeng.telegram;

import java.util.concurrent.CompletableFuture;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Parcel;

/** Tries one parcel: makes the request, and another one where a refusal asks for it. */
final class Carrier {
    private final BotApi api;
    private final boolean paysForBulk;
    private final RichCarrier rich;
    private final DocumentCarrier documents;

    /**
     * @param paysForBulk whether Telegram may charge for messages that answer nobody
     */
    Carrier(BotApi api, Depot depot, boolean paysForBulk) {
        this.api = api;
        this.paysForBulk = paysForBulk;
        this.rich = new RichCarrier(depot);
        this.documents = new DocumentCarrier(depot);
    }

    /**
     * @param another is run before each message after the first
     */
    CompletableFuture<Outcome> carry(Parcel parcel, Runnable another) {
        boolean isPaid = paysForBulk && parcel.lane().isBulk();
        return carry(new Attempt(api, parcel, isPaid, another), parcel.outgoing())
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
            return HtmlText.send(attempt, html.html(), send.keyboard(), send.silent())
                    .thenApply(Attempt::delivered);
        }
        return rich.send(attempt, (Content.Rich) send.content(), send);
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
            return HtmlText.edit(attempt, edit.messageId(), html.html(), edit.keyboard())
                    .thenApply(edited -> new Outcome.Delivered(edit.messageId()));
        }
        return rich.edit(attempt, edit.messageId(), (Content.Rich) edit.content(), edit.keyboard());
    }
}
