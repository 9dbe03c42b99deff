package org.panfeng.bench.botapi;

/** Something that a person did. */
final class Update {
    final long id;
    final Chat chat;
    final String json;
    final long madeAt;
    long handedOutAt;

    private Update(long id, Chat chat, String json, long madeAt) {
        this.id = id;
        this.chat = chat;
        this.json = json;
        this.madeAt = madeAt;
    }

    static Update text(long id, Chat chat, String text, long now) {
        String entities = text.startsWith("/")
                ? ",\"entities\":[{\"type\":\"bot_command\",\"offset\":0,\"length\":" + (text + " ").indexOf(' ') + "}]"
                : "";
        String json = "{\"update_id\":" + id + ",\"message\":{\"message_id\":" + (id & 0x3fffffff) + ",\"from\":"
                + from(chat) + ",\"chat\":" + Messages.chat(chat.id) + ",\"date\":" + Messages.date() + ",\"text\":\""
                + Messages.escaped(text) + "\"" + entities + "}}";
        return new Update(id, chat, json, now);
    }

    static Update press(long id, Chat chat, int message, String data, long now) {
        String json = "{\"update_id\":" + id + ",\"callback_query\":{\"id\":\"" + id + "\",\"from\":" + from(chat)
                + ",\"message\":" + Messages.message(chat.id, message, "") + ",\"chat_instance\":\"" + chat.id
                + "\",\"data\":\"" + Messages.escaped(data) + "\"}}";
        return new Update(id, chat, json, now);
    }

    private static String from(Chat chat) {
        return "{\"id\":" + chat.id + ",\"is_bot\":false,\"first_name\":\"员工" + chat.id
                + "\",\"language_code\":\"zh-hans\"}";
    }
}
