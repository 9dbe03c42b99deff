package org.panfeng.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import org.panfeng.mailbox.Keyboard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;

/** Text with markup. Markup that the messenger cannot read is a mistake of ours; the person gets the words all the same. */
final class HtmlText {
    private static final Logger log = LoggerFactory.getLogger(HtmlText.class);

    private HtmlText() {}

    static CompletableFuture<JsonNode> send(Attempt attempt, String html, Keyboard keyboard, boolean silent) {
        return Attempt.recovering(
                attempt.call(Requests.message(attempt.to(), html, keyboard, silent)), HtmlText::isUnreadable, () -> {
                    SendMessage plain = Requests.message(attempt.to(), withoutTags(html), keyboard, silent);
                    plain.setParseMode(null);
                    return attempt.call(plain);
                });
    }

    static CompletableFuture<JsonNode> edit(Attempt attempt, long messageId, String html, Keyboard keyboard) {
        return Attempt.recovering(
                attempt.call(Requests.edit(attempt.chatId(), messageId, html, keyboard)),
                HtmlText::isUnreadable,
                () -> {
                    EditMessageText plain = Requests.edit(attempt.chatId(), messageId, withoutTags(html), keyboard);
                    plain.setParseMode(null);
                    return attempt.call(plain);
                });
    }

    private static boolean isUnreadable(Refusal refusal) {
        boolean isUnreadable = refusal.says("can't parse entities");
        if (isUnreadable) {
            log.error("Telegram cannot read the markup of a message; it is sent as plain text");
        }
        return isUnreadable;
    }

    private static String withoutTags(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
