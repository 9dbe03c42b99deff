package org.panfeng.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;

/**
 * Brings documents where there are no rich messages: the pictures one by one, then the text in pages, the buttons under the last. What
 * has arrived before a piece failed is not sent again.
 */
final class PlainCarrier {
    /** UTF-16 units a text message may have, its entities not counted. */
    private static final int LONGEST_TEXT = 4096;

    private PlainCarrier() {}

    /** A message of its own; answers with null where it was left out. */
    private interface Piece extends Supplier<CompletableFuture<JsonNode>> {}

    static CompletableFuture<Outcome> send(Attempt attempt, String markdown, Load load, Outgoing.Send send) {
        List<Piece> pieces = new ArrayList<>();
        for (Picture picture : MarkdownHtml.pictures(markdown)) {
            pieces.add(() -> photo(attempt, picture, load));
        }
        List<String> pages = MarkdownHtml.pages(markdown, LONGEST_TEXT);
        for (int i = 0; i < pages.size(); i++) {
            String page = pages.get(i);
            Keyboard keyboard = i == pages.size() - 1 ? send.keyboard() : Keyboard.NONE;
            pieces.add(() -> HtmlText.send(attempt, page, keyboard, send.silent()));
        }
        return send(attempt, pieces, Math.min(attempt.parts(), pieces.size() - 1));
    }

    private static CompletableFuture<Outcome> send(Attempt attempt, List<Piece> pieces, int from) {
        return pieces.get(from)
                .get()
                .handle((message, failure) -> {
                    if (failure != null) {
                        return CompletableFuture.<Outcome>failedFuture(new PartlySent(from, failure));
                    }
                    if (from == pieces.size() - 1) {
                        return CompletableFuture.completedFuture(Attempt.delivered(message));
                    }
                    attempt.oneMore();
                    return send(attempt, pieces, from + 1);
                })
                .thenCompose(Function.identity());
    }

    /** A picture that cannot be sent is left out: the text below says what it shows. */
    private static CompletableFuture<JsonNode> photo(Attempt attempt, Picture picture, Load load) {
        return load.item(picture.name())
                .map(item -> photo(attempt, item, picture.description(), load))
                .orElseGet(PlainCarrier::leftOut);
    }

    private static CompletableFuture<JsonNode> photo(Attempt attempt, Load.Item item, String caption, Load load) {
        return attempt.call(Requests.photo(attempt.to(), item, caption), item.upload())
                .handle((message, failure) -> {
                    if (failure == null) {
                        load.learn(item, Photos.fileId(message));
                        return CompletableFuture.completedFuture(message);
                    }
                    if (Refusals.isWhateverIsBrought(failure) || load.isOutdated(failure)) {
                        return CompletableFuture.<JsonNode>failedFuture(failure);
                    }
                    load.failed(item, failure);
                    return leftOut();
                })
                .thenCompose(Function.identity());
    }

    @SuppressWarnings("NullAway") // nothing is left out last: the last piece is a page
    private static CompletableFuture<JsonNode> leftOut() {
        return CompletableFuture.completedFuture(null);
    }

    /** One message cannot become several: of a long document only the first page stands in the edited message. */
    static CompletableFuture<Outcome> edit(Attempt attempt, long messageId, String markdown, Keyboard keyboard) {
        String page = MarkdownHtml.pages(markdown, LONGEST_TEXT).get(0);
        return HtmlText.edit(attempt, messageId, page, keyboard).thenApply(edited -> new Outcome.Delivered(messageId));
    }
}
