package org.panfeng.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EditingTest extends SandboxTest {

    private static final String KEYBOARD = "'reply_markup':{'inline_keyboard':[[{'text':'A','callback_data':'a'}]]}";

    @Test
    void anEditReplacesTextAndKeyboardTogether() {
        int id = wire.result("sendMessage", call("'text':'before'," + KEYBOARD))
                .path("message_id")
                .asInt();
        wire.result("editMessageText", on(id, "'text':'after'"));
        Message message = messenger.chat(li).get(0);
        assertThat(message.text()).isEqualTo("after");
        assertThat(message.keyboard()).isEmpty();
        wire.result("editMessageReplyMarkup", on(id, KEYBOARD));
        assertThat(messenger.chat(li).get(0).button("A")).isPresent();
    }

    @Test
    void anEditThatChangesNothingIsRefused() {
        String unchanged = "400 Bad Request: message is not modified: specified new message content and reply markup "
                + "are exactly the same as a current content and reply markup of the message";
        int id = wire.result("sendMessage", call("'text':'<b>same</b>','parse_mode':'HTML'," + KEYBOARD))
                .path("message_id")
                .asInt();
        assertThat(wire.refusal(
                        "editMessageText", on(id, "'text':'<strong>same</strong>','parse_mode':'HTML'," + KEYBOARD)))
                .isEqualTo(unchanged);
        assertThat(wire.refusal("editMessageReplyMarkup", on(id, KEYBOARD))).isEqualTo(unchanged);
        wire.result("editMessageText", on(id, "'text':'same'," + KEYBOARD));
        wire.result("editMessageText", on(id, "'text':'same'"));
    }

    @Test
    void onlyTheBotsOwnMessagesThatAreThereCanBeEdited() {
        int theirs = messenger.says(li, "mine");
        assertThat(wire.refusal("editMessageText", on(theirs, "'text':'x'")))
                .isEqualTo("400 Bad Request: message can't be edited");
        assertThat(wire.refusal("editMessageText", on(987_654, "'text':'x'")))
                .isEqualTo("400 Bad Request: message to edit not found");
        assertThat(wire.refusal("editMessageCaption", on(wire.sendMessage(li, "text"), "'caption':'x'")))
                .isEqualTo("400 Bad Request: there is no caption in the message to edit");
    }

    @Test
    void aCaptionCanBeEditedAndATextUnderAFileCannot() {
        String file = document();
        int id = wire.result("sendDocument", call("'document':'" + file + "','caption':'old'"))
                .path("message_id")
                .asInt();
        wire.result("editMessageCaption", on(id, "'caption':'new'"));
        assertThat(messenger.chat(li).get(1).text()).isEqualTo("new");
        assertThat(wire.refusal("editMessageText", on(id, "'text':'x'")))
                .isEqualTo("400 Bad Request: there is no text in the message to edit");
    }

    @Test
    void messagesCanBeDeletedFor48Hours() {
        int first = wire.sendMessage(li, "first");
        wire.result("deleteMessage", on(first, "'x':1"));
        assertThat(messenger.chat(li)).isEmpty();
        assertThat(wire.refusal("deleteMessage", on(first, "'x':1")))
                .isEqualTo("400 Bad Request: message to delete not found");

        int second = wire.sendMessage(li, "second");
        clock.now = MONDAY.plus(Duration.ofDays(2));
        assertThat(wire.refusal("deleteMessage", on(second, "'x':1")))
                .isEqualTo("400 Bad Request: message can't be deleted for everyone");
        int third = wire.sendMessage(li, "third");
        wire.result("deleteMessages", call("'message_ids':[%d,%d,%d]".formatted(first, second, third)));
        assertThat(messenger.chat(li)).extracting(Message::text).containsExactly("second");
    }

    @Test
    void aTextBecomesARichMessageAndBack() {
        int id = wire.sendMessage(li, "text");
        wire.result("editMessageText", on(id, "'rich_message':{'html':'<h2>rich</h2>'}"));
        assertThat(messenger.chat(li).get(0).html()).isEqualTo("<h2>rich</h2>");
        wire.result("editMessageText", on(id, "'text':'text again'"));
        assertThat(messenger.chat(li).get(0).kind()).isEqualTo(Message.Kind.TEXT);
    }

    private String call(String rest) {
        return "{'chat_id':" + li + "," + rest + "}";
    }

    private String on(int messageId, String rest) {
        return call("'message_id':" + messageId + "," + rest);
    }
}
