package org.panfeng.telegram;

import java.io.Serializable;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Deliveries;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Parcel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Tries one parcel: makes the request, and another one where a refusal asks for it. */
final class Carrier {
    private static final Logger log = LoggerFactory.getLogger(Carrier.class);

    private final TelegramClient client;
    private final Deliveries deliveries;
    private final RichCarrier rich;
    private final DocumentCarrier documents;

    Carrier(BotApi api, Deliveries deliveries, Depot depot) {
        this.client = api.client();
        this.deliveries = deliveries;
        this.rich = new RichCarrier(api, depot);
        this.documents = new DocumentCarrier(api, depot);
    }

    CompletableFuture<Outcome> carry(Parcel parcel) {
        return attempt(parcel).exceptionally(failure -> Refusals.outcome(parcel, failure));
    }

    private CompletableFuture<Outcome> attempt(Parcel parcel) {
        Outgoing outgoing = parcel.outgoing();
        if (outgoing instanceof Outgoing.Send send) {
            return send(parcel.chatId(), send);
        } else if (outgoing instanceof Outgoing.Document document) {
            return documents.send(parcel.chatId(), document);
        } else if (outgoing instanceof Outgoing.Edit edit) {
            return edit(parcel.chatId(), edit);
        } else if (outgoing instanceof Outgoing.Toast toast) {
            return execute(Requests.answer(toast)).thenApply(done -> new Outcome.Delivered(0));
        }
        return execute(Requests.menu(parcel.chatId(), (Outgoing.Menu) outgoing))
                .thenApply(done -> new Outcome.Delivered(0));
    }

    private CompletableFuture<Outcome> send(long chatId, Outgoing.Send send) {
        if (send.content() instanceof Content.Html html) {
            return Attempts.recovering(
                    execute(Requests.message(chatId, html.html(), send.keyboard(), send.silent()))
                            .thenApply(Carrier::delivered),
                    refusal -> Refusals.description(refusal).contains("can't parse entities"),
                    () -> plain(chatId, html.html(), send));
        }
        return rich.send(chatId, (Content.Rich) send.content(), send);
    }

    /** A message whose markup the messenger cannot read is a mistake of ours; the person gets its words all the same. */
    private CompletableFuture<Outcome> plain(long chatId, String html, Outgoing.Send send) {
        log.error("Telegram cannot read the markup of a message; it is sent as plain text");
        var message = Requests.message(chatId, withoutTags(html), send.keyboard(), send.silent());
        message.setParseMode(null);
        return execute(message).thenApply(Carrier::delivered);
    }

    private static String withoutTags(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private CompletableFuture<Outcome> edit(long chatId, Outgoing.Edit edit) {
        OptionalLong target = edit.target().messageId() > 0
                ? OptionalLong.of(edit.target().messageId())
                : deliveries.messageOf(edit.target().parcelId());
        Outgoing.Send instead = Outgoing.send(edit.content(), edit.keyboard());
        if (target.isEmpty()) {
            return send(chatId, instead);
        }
        long messageId = target.getAsLong();
        return Attempts.recovering(
                edit(chatId, messageId, edit),
                refusal -> Refusals.isEditLost(Refusals.description(refusal)),
                () -> send(chatId, instead));
    }

    private CompletableFuture<Outcome> edit(long chatId, long messageId, Outgoing.Edit edit) {
        if (edit.content() instanceof Content.Html html) {
            return execute(Requests.edit(chatId, messageId, html.html(), edit.keyboard()))
                    .thenApply(edited -> new Outcome.Delivered(messageId));
        }
        return rich.edit(chatId, messageId, (Content.Rich) edit.content(), edit.keyboard());
    }

    private static Outcome delivered(Message message) {
        return new Outcome.Delivered(message.getMessageId());
    }

    private <T extends Serializable, M extends BotApiMethod<T>> CompletableFuture<T> execute(M method) {
        return Attempts.execute(client, method);
    }
}
