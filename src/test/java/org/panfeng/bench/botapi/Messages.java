package org.panfeng.bench.botapi;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Messages and chats as the Bot API writes them. */
final class Messages {
    private Messages() {}

    static String chat(long id) {
        return "{\"id\":" + id + ",\"type\":\"private\",\"first_name\":\"员工" + id + "\"}";
    }

    static String message(long chat, int message, String more) {
        return "{\"message_id\":" + message + ",\"date\":" + date() + ",\"chat\":" + chat(chat) + ",\"text\":\"-\""
                + more + "}";
    }

    /** What a method answers with that has taken effect. */
    static String result(Call call, int message) {
        return switch (call.method()) {
            case "getMe" ->
                "{\"id\":110201543,\"is_bot\":true,\"first_name\":\"Panfeng\",\"username\":\"panfeng_bench_bot\"}";
            case "sendPhoto" ->
                message(
                        call.chat(),
                        message,
                        ",\"photo\":[{\"file_id\":\"p1\",\"file_unique_id\":\"p\",\"width\":90,\"height\":60,\"file_size\":1}]");
            case "sendDocument" ->
                message(
                        call.chat(),
                        message,
                        ",\"document\":{\"file_id\":\"d1\",\"file_unique_id\":\"d\",\"file_name\":\"d\",\"file_size\":1}");
            case "getWebhookInfo" -> "{\"url\":\"\",\"has_custom_certificate\":false,\"pending_update_count\":0}";
            default ->
                call.isMessage() || call.method().startsWith("edit") ? message(call.chat(), message, "") : "true";
        };
    }

    /** Seconds since 1970. */
    static long date() {
        return System.currentTimeMillis() / 1000;
    }

    static String escaped(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text));
    }
}
