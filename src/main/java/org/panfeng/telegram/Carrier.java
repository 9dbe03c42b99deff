package org.panfeng.telegram;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Deliveries;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Parcel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Tries one parcel: makes the request, and another one where a refusal asks for it. */
final class Carrier {
    private static final Logger log = LoggerFactory.getLogger(Carrier.class);

    /** UTF-16 units a text message may have, its entities not counted. */
    private static final int LONGEST_TEXT = 4096;

    private final TelegramClient client;
    private final Deliveries deliveries;
    private final AtomicBoolean refusesRich = new AtomicBoolean();

    Carrier(TelegramClient client, Deliveries deliveries) {
        this.client = client;
        this.deliveries = deliveries;
    }

    CompletableFuture<Outcome> carry(Parcel parcel) {
        return attempt(parcel).exceptionally(failure -> Refusals.outcome(parcel, failure));
    }

    private CompletableFuture<Outcome> attempt(Parcel parcel) {
        Outgoing outgoing = parcel.outgoing();
        if (outgoing instanceof Outgoing.Send send) {
            return send(parcel.chatId(), send);
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
            return recovering(
                    execute(Requests.message(chatId, html.html(), send.keyboard(), send.silent()))
                            .thenApply(Carrier::delivered),
                    "can't parse entities",
                    () -> plain(chatId, html.html(), send));
        }
        String markdown = ((Content.Rich) send.content()).markdown();
        if (refusesRich.get()) {
            return pages(chatId, MarkdownHtml.pages(markdown, LONGEST_TEXT), send, 0);
        }
        return recovering(
                execute(Requests.rich(chatId, MarkdownHtml.rich(markdown), send.keyboard(), send.silent()))
                        .thenApply(Carrier::delivered),
                this::isRichRefused,
                () -> pages(chatId, MarkdownHtml.pages(markdown, LONGEST_TEXT), send, 0));
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

    /** The pages of a document one after the other, the buttons under the last. */
    private CompletableFuture<Outcome> pages(long chatId, List<String> pages, Outgoing.Send send, int from) {
        boolean isLast = from == pages.size() - 1;
        Keyboard keyboard = isLast ? send.keyboard() : Keyboard.NONE;
        CompletableFuture<Message> sent = execute(Requests.message(chatId, pages.get(from), keyboard, send.silent()));
        return isLast
                ? sent.thenApply(Carrier::delivered)
                : sent.thenCompose(page -> pages(chatId, pages, send, from + 1));
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
        CompletableFuture<Outcome> edited = edit(chatId, messageId, edit);
        return recovering(edited, refusal -> isEditLost(Refusals.description(refusal)), () -> send(chatId, instead));
    }

    private CompletableFuture<Outcome> edit(long chatId, long messageId, Outgoing.Edit edit) {
        Outcome done = new Outcome.Delivered(messageId);
        if (edit.content() instanceof Content.Html html) {
            return execute(Requests.edit(chatId, messageId, html.html(), edit.keyboard()))
                    .thenApply(edited -> done);
        }
        String markdown = ((Content.Rich) edit.content()).markdown();
        if (refusesRich.get()) {
            return editPage(chatId, messageId, markdown, edit.keyboard(), done);
        }
        return recovering(
                execute(Requests.editRich(chatId, messageId, MarkdownHtml.rich(markdown), edit.keyboard()))
                        .thenApply(edited -> done),
                this::isRichRefused,
                () -> editPage(chatId, messageId, markdown, edit.keyboard(), done));
    }

    /** One message cannot become several: of a long document only the first page stands in the edited message. */
    private CompletableFuture<Outcome> editPage(
            long chatId, long messageId, String markdown, Keyboard keyboard, Outcome done) {
        String page = MarkdownHtml.pages(markdown, LONGEST_TEXT).get(0);
        return execute(Requests.edit(chatId, messageId, page, keyboard)).thenApply(edited -> done);
    }

    private static boolean isEditLost(String said) {
        return said.contains("message to edit not found") || said.contains("message can't be edited");
    }

    /** An older server knows no rich messages: it is not asked again. Any other complaint about one is about that one. */
    private boolean isRichRefused(TelegramApiRequestException refusal) {
        int code = refusal.getErrorCode();
        String said = Refusals.description(refusal);
        if (code == 404 || code == 405 || code == 501) {
            if (!refusesRich.getAndSet(true)) {
                log.info("This Bot API server knows no rich messages; readings go out as pages of text");
            }
            return true;
        }
        boolean isOfTheChat = said.contains("chat not found") || isEditLost(said) || said.contains("not modified");
        if (code == 400 && !isOfTheChat) {
            log.warn("A rich message was refused and goes out as text: {}", said);
            return true;
        }
        return false;
    }

    private static Outcome delivered(Message message) {
        return new Outcome.Delivered(message.getMessageId());
    }

    private static CompletableFuture<Outcome> recovering(
            CompletableFuture<Outcome> attempt, String refusal, Supplier<CompletableFuture<Outcome>> other) {
        return recovering(attempt, answer -> Refusals.description(answer).contains(refusal), other);
    }

    /** Takes the other way when the attempt was answered with a refusal that asks for it. */
    private static CompletableFuture<Outcome> recovering(
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

    private <T extends Serializable, M extends BotApiMethod<T>> CompletableFuture<T> execute(M method) {
        try {
            return client.executeAsync(method);
        } catch (TelegramApiException e) {
            return CompletableFuture.failedFuture(new CompletionException(e));
        }
    }
}
