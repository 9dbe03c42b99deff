package org.panfeng.telegram;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Brings documents where there are no rich messages: the pictures one by one, then the text in pages, the buttons under the last. */
final class PlainCarrier {
    /** UTF-16 units a text message may have, its entities not counted. */
    private static final int LONGEST_TEXT = 4096;

    private final BotApi api;

    PlainCarrier(BotApi api) {
        this.api = api;
    }

    CompletableFuture<Outcome> send(long chatId, String markdown, Load load, Outgoing.Send send) {
        List<Picture> pictures = MarkdownHtml.pictures(markdown);
        return photos(chatId, pictures, load)
                .thenCompose(done -> pages(chatId, MarkdownHtml.pages(markdown, LONGEST_TEXT), send, 0));
    }

    private CompletableFuture<Void> photos(long chatId, List<Picture> pictures, Load load) {
        if (pictures.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Picture first = pictures.get(0);
        Optional<Load.Item> item = load.item(first.name());
        CompletableFuture<Void> sent = item.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : photo(chatId, item.get(), first.description(), load);
        return sent.thenCompose(done -> photos(chatId, pictures.subList(1, pictures.size()), load));
    }

    /** A picture that cannot be sent is left out: the text below says what it shows. */
    private CompletableFuture<Void> photo(long chatId, Load.Item item, String caption, Load load) {
        return api.uploadingClient()
                .executeAsync(Requests.photo(chatId, item, caption))
                .handle((message, failure) -> {
                    if (failure == null) {
                        load.learn(item, Photos.fileId(message));
                        return CompletableFuture.<Void>completedFuture(null);
                    }
                    if (Refusals.isWhateverIsBrought(failure) || load.isOutdated(failure)) {
                        return CompletableFuture.<Void>failedFuture(failure);
                    }
                    load.failed(item, failure);
                    return CompletableFuture.<Void>completedFuture(null);
                })
                .thenCompose(Function.identity());
    }

    private CompletableFuture<Outcome> pages(long chatId, List<String> pages, Outgoing.Send send, int from) {
        boolean isLast = from == pages.size() - 1;
        Keyboard keyboard = isLast ? send.keyboard() : Keyboard.NONE;
        CompletableFuture<Message> sent =
                Attempts.execute(api.client(), Requests.message(chatId, pages.get(from), keyboard, send.silent()));
        return isLast
                ? sent.thenApply(message -> new Outcome.Delivered(message.getMessageId()))
                : sent.thenCompose(page -> pages(chatId, pages, send, from + 1));
    }

    /** One message cannot become several: of a long document only the first page stands in the edited message. */
    CompletableFuture<Outcome> edit(long chatId, long messageId, String markdown, Keyboard keyboard) {
        String page = MarkdownHtml.pages(markdown, LONGEST_TEXT).get(0);
        return Attempts.execute(api.client(), Requests.edit(chatId, messageId, page, keyboard))
                .thenApply(edited -> new Outcome.Delivered(messageId));
    }
}
