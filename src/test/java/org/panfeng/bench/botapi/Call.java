package org.panfeng.bench.botapi;

import java.util.List;

/**
 * One request of the bot, as much of it as matters here.
 *
 * @param chat 0 where the method has none
 * @param message the one that is edited; 0 for none
 * @param query the press that is answered; empty for none
 * @param offset of getUpdates
 * @param timeout of getUpdates, in seconds
 */
record Call(
        String method,
        long chat,
        int message,
        String text,
        List<Button> buttons,
        String query,
        long offset,
        int limit,
        int timeout,
        String url,
        String secret) {

    /** A button below a message. */
    record Button(String label, String data) {}

    /** Whether it brings a new message, which is what Telegram counts. */
    boolean isMessage() {
        return method.startsWith("send") && chat != 0 && !method.equals("sendChatAction");
    }

    boolean isToast() {
        return method.equals("answerCallbackQuery");
    }

    /** Whether it may fail by chance: whatever brings something to a person. */
    boolean isDelivery() {
        return isMessage() || isToast() || method.startsWith("edit");
    }
}
