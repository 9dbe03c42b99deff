package org.panfeng.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingTest extends SandboxTest {

    @Test
    void theBotKnowsWhoItIs() {
        JsonNode me = wire.result("getMe", "{}");
        assertThat(me.path("id").asLong()).isEqualTo(110201543);
        assertThat(me.path("is_bot").asBoolean()).isTrue();
    }

    @Test
    void methodNamesMayBeWrittenInAnyCase() {
        assertThat(wire.result("SENDMESSAGE", to(li, "'text':'hi'"))
                        .path("text")
                        .asText())
                .isEqualTo("hi");
    }

    @Test
    void aWrongTokenIsUnauthorized() {
        var request = Wire.at(standIn.url() + "/bot1:WRONG/getMe").build();
        assertThat(wire.send(request).body())
                .isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
    }

    @Test
    void anUnknownMethodIsNotFound() {
        assertThat(wire.refusal("sendRocket", "{}")).isEqualTo("404 Not Found: method not found");
    }

    @Test
    void parametersMayComeAsFormOrQuery() {
        String url = standIn.url() + "/bot" + Wire.TOKEN + "/sendMessage";
        var form = Wire.at(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("chat_id=" + li + "&text=%E4%BD%A0%E5%A5%BD&disable_notification=true"
                        + "&reply_markup=%7B%22inline_keyboard%22%3A%5B%5B%7B%22text%22%3A%22A%22%2C"
                        + "%22callback_data%22%3A%22a%22%7D%5D%5D%7D"));
        assertThat(wire.send(form.build()).statusCode()).isEqualTo(200);
        var query = Wire.at(url + "?chat_id=" + li + "&text=by%20query");
        assertThat(wire.send(query.build()).statusCode()).isEqualTo(200);

        List<Message> chat = messenger.chat(li);
        assertThat(chat).extracting(Message::text).containsExactly("你好", "by query");
        assertThat(chat).extracting(Message::silent).containsExactly(true, false);
        assertThat(chat.get(0).button("A")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                    | 400 Bad Request: chat_id is empty
                    {'chat_id':42,'text':'x'}                             | 400 Bad Request: chat not found
                    {'chat_id':'@nobody','text':'x'}                      | 400 Bad Request: chat not found
                    {'chat_id':LI}                                        | 400 Bad Request: message text is empty
                    {'chat_id':LI,'text':'  '}                            | 400 Bad Request: message text is empty
                    {'chat_id':LI,'text':'<b> </b>','parse_mode':'HTML'}  | 400 Bad Request: message text is empty
                    {'chat_id':LI,'text':'x','parse_mode':'XML'}          | 400 Bad Request: unsupported parse_mode
                    {'chat_id':LI,'text':'x','reply_parameters':{'message_id':9999}} | 400 Bad Request: message to be replied not found
                    {'chat_id':LI,'text':'x','reply_markup':'[not json'}  | 400 Bad Request: can't parse reply markup JSON object
                    {'chat_id':LI,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'A','callback_data':''}]]}} | 400 Bad Request: BUTTON_DATA_INVALID
                    {'chat_id':LI,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'A','url':'nowhere'}]]}} | 400 Bad Request: inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL
                    {'chat_id':LI,'text':'x','reply_markup':{'inline_keyboard':[[{'text':'A'}]]}} | 400 Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard
                    """)
    void whatCannotBeSentIsRefusedInTelegramsWords(String call, String refusal) {
        assertThat(wire.refusal("sendMessage", call.replace("LI", Long.toString(li))))
                .isEqualTo(refusal);
        assertThat(messenger.chat(li)).isEmpty();
    }

    @Test
    void aTextHas4096CharactersAtMostWithoutItsTags() {
        String longest = "x".repeat(4096);
        wire.result("sendMessage", to(li, "'text':'<b>" + longest + "</b>','parse_mode':'HTML'"));
        assertThat(wire.refusal("sendMessage", to(li, "'text':'" + longest + "y'")))
                .isEqualTo("400 Bad Request: message is too long");
    }

    @Test
    void commandsInATextAreMarkedExceptInCode() {
        JsonNode sent =
                wire.result("sendMessage", to(li, "'text':'/today or <code>/streak</code>','parse_mode':'HTML'"));
        assertThat(sent.path("entities").findValuesAsText("type")).containsExactly("bot_command", "code");
    }

    @Test
    void callbackDataHas64BytesAtMost() {
        wire.result("sendMessage", withButton("峰".repeat(21) + "x"));
        assertThat(wire.refusal("sendMessage", withButton("峰".repeat(22))))
                .isEqualTo("400 Bad Request: BUTTON_DATA_INVALID");
    }

    private String withButton(String data) {
        return to(li, "'text':'x','reply_markup':{'inline_keyboard':[[{'text':'A','callback_data':'" + data + "'}]]}");
    }

    @Test
    void whoCannotBeReachedIsForbidden() {
        Person stranger = stranger();
        assertThat(wire.refusal("sendMessage", to(stranger.id(), "'text':'x'")))
                .isEqualTo("403 Forbidden: bot can't initiate conversation with a user");
        messenger.says(stranger.id(), "/start");
        wire.sendMessage(stranger.id(), "welcome");

        messenger.blocks(li);
        assertThat(wire.refusal("sendMessage", to(li, "'text':'x'")))
                .isEqualTo("403 Forbidden: bot was blocked by the user");
        messenger.unblocks(li);
        wire.sendMessage(li, "back");
        messenger.deactivates(li);
        assertThat(wire.refusal("sendMessage", to(li, "'text':'x'"))).isEqualTo("403 Forbidden: user is deactivated");
    }

    @Test
    void whoHasBlockedTheBotCannotWrite() {
        messenger.blocks(li);
        assertThatThrownBy(() -> messenger.says(li, "hi")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPressIsAnsweredOnceAndWithin150Seconds() {
        String expired = "400 Bad Request: query is too old and response timeout expired or query ID is invalid";
        String query = messenger.taps(li, 1, "data");
        String answer = "{'callback_query_id':'%s','text':'ok'}".formatted(query);
        wire.result("answerCallbackQuery", answer);
        assertThat(wire.refusal("answerCallbackQuery", answer)).isEqualTo(expired);
        assertThat(wire.refusal("answerCallbackQuery", "{'callback_query_id':'7'}"))
                .isEqualTo(expired);

        String late = messenger.taps(li, 1, "data");
        clock.now = MONDAY.plusSeconds(151);
        assertThat(wire.refusal("answerCallbackQuery", "{'callback_query_id':'%s'}".formatted(late)))
                .isEqualTo(expired);
        assertThat(messenger.toasts(li)).extracting(Toast::text).containsExactly("ok");
    }

    @Test
    void anAnswerHas200CharactersAtMost() {
        String query = messenger.taps(li, 1, "data");
        String answer = "{'callback_query_id':'%s','text':'%s'}";
        assertThat(wire.refusal("answerCallbackQuery", answer.formatted(query, "x".repeat(201))))
                .isEqualTo("400 Bad Request: MESSAGE_TOO_LONG");
        wire.result("answerCallbackQuery", answer.formatted(query, "x".repeat(200)));
    }

    @Test
    void aPressOnSomebodyElsesButtonComesFromTheOneWhoPressed() {
        int id = wire.sendMessage(li, "for Li");
        Person wang = stranger();
        messenger.taps(wang.id(), li, id, "data");
        JsonNode query = wire.result("getUpdates", "{}").get(0).path("callback_query");
        assertThat(query.path("from").path("id").asLong()).isEqualTo(wang.id());
        assertThat(query.path("message").path("chat").path("id").asLong()).isEqualTo(li);
    }

    @Test
    void typingShowsAndWrongActionsAreRefused() throws Exception {
        CompletableFuture<Event> seen = new CompletableFuture<>();
        try (Subscription listening = messenger.listen(seen::complete)) {
            assertThat(listening).isNotNull();
            wire.result("sendChatAction", to(li, "'action':'typing'"));
            assertThat(seen.get(5, TimeUnit.SECONDS)).isEqualTo(new Event.Typing(li, "typing"));
        }
        assertThat(wire.refusal("sendChatAction", to(li, "'action':'yawning'")))
                .isEqualTo("400 Bad Request: wrong parameter action in request");
    }

    @Test
    void aChatKeepsItsLast500Messages() {
        IntStream.rangeClosed(1, 510).forEach(i -> messenger.says(li, "message " + i));
        assertThat(messenger.chat(li))
                .hasSize(500)
                .first()
                .extracting(Message::text)
                .isEqualTo("message 11");
    }

    @Test
    void waitingForAMessageEndsWithWhatTheChatShows() {
        wire.sendMessage(li, "something else");
        assertThatThrownBy(() -> messenger.awaitMessage(li, m -> m.text().equals("hello"), Duration.ofMillis(20)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bot: something else");
    }

    @Test
    void filesAreCheckedForWhatTheyAre() {
        assertThat(wire.refusal("sendPhoto", to(li, "'photo':''")))
                .isEqualTo("400 Bad Request: there is no photo in the request");
        assertThat(wire.refusal("sendDocument", to(li, "'document':'unknown'")))
                .isEqualTo("400 Bad Request: wrong file identifier/HTTP URL specified");
        String fileId = document();
        wire.result("sendDocument", to(li, "'document':'" + fileId + "'"));
        assertThat(wire.refusal("sendPhoto", to(li, "'photo':'" + fileId + "'")))
                .isEqualTo("400 Bad Request: IMAGE_PROCESS_FAILED");
        assertThat(wire.refusal(
                        "sendDocument", to(li, "'document':'%s','caption':'%s'".formatted(fileId, "x".repeat(1025)))))
                .isEqualTo("400 Bad Request: message caption is too long");
        assertThat(wire.refusal("getFile", "{'file_id':'unknown'}"))
                .isEqualTo("400 Bad Request: wrong file_id or the file is temporarily unavailable");
    }

    static String to(long chatId, String rest) {
        return "{'chat_id':" + chatId + "," + rest + "}";
    }
}
