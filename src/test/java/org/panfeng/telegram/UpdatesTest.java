package org.panfeng.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.panfeng.mailbox.Incoming;
import org.panfeng.mailbox.Intake;
import org.panfeng.mailbox.Sender;

/** What is read of an update, and what cannot be. */
class UpdatesTest {
    private static final String LI = "{'id':5000000000,'is_bot':false,'first_name':'小明','last_name':'李'}";
    private static final String ANN =
            "{'id':6,'is_bot':false,'first_name':'Ann','last_name':'Lee','language_code':'en'}";
    private static final String CHAT = "{'id':5000000000,'type':'private','first_name':'小明'}";

    @Test
    void wordsAreReadWithWhoSaidThem() {
        assertThat(read("'message':{'message_id':3,'from':" + LI + ",'chat':" + CHAT + ",'date':1,'text':'/today'}"))
                .isEqualTo(new Incoming.Text(7, new Sender(5_000_000_000L, "李小明"), 5_000_000_000L, "/today"));
    }

    @Test
    void namesInLatinLettersKeepTheirOrder() {
        assertThat(read("'message':{'message_id':3,'from':" + ANN + ",'chat':" + CHAT + ",'date':1,'text':'hi'}")
                        .from()
                        .name())
                .isEqualTo("Ann Lee");
    }

    @Test
    void aPressNamesItsMessageWhereThereIsOne() {
        assertThat(read("'callback_query':{'id':'88','from':" + LI + ",'message':{'message_id':9,'date':0,'chat':"
                        + CHAT + "},'chat_instance':'1','data':'quiz:go:1'}"))
                .isEqualTo(
                        new Incoming.Tap(7, new Sender(5_000_000_000L, "李小明"), 5_000_000_000L, 9, "88", "quiz:go:1"));
        assertThat(read("'callback_query':{'id':'88','from':" + LI + ",'inline_message_id':'x','chat_instance':'1'}"))
                .isEqualTo(new Incoming.Tap(7, new Sender(5_000_000_000L, "李小明"), 5_000_000_000L, 0, "88", ""));
    }

    @ParameterizedTest
    @CsvSource({"kicked, false", "left, false", "member, true"})
    void whoBlocksTheBotCannotBeReached(String status, boolean isReachable) {
        assertThat(read("'my_chat_member':{'chat':" + CHAT + ",'from':" + LI + ",'new_chat_member':{'status':'" + status
                        + "'}}"))
                .isEqualTo(
                        new Incoming.Reachability(7, new Sender(5_000_000_000L, "李小明"), 5_000_000_000L, isReachable));
    }

    @Test
    void aPictureIsNothingThatWordsAnswer() {
        assertThat(read("'message':{'message_id':3,'from':" + LI + ",'chat':" + CHAT + ",'date':1,'photo':[]}"))
                .isInstanceOf(Incoming.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'message':{'message_id':3,'from':" + LI + ",'chat':{'id':-4,'type':'group'},'text':'hi'}",
                "'message':{'message_id':3,'chat':{'id':-4,'type':'channel'},'text':'hi'}",
                "'my_chat_member':{'chat':{'id':-4,'type':'supergroup'}}",
                "'channel_post':{'message_id':3}",
                "'poll':{'id':'1'}",
                "'message':null"
            })
    void whatIsNoneOfOursIsIgnored(String body) {
        assertThat(read(body)).isInstanceOf(Incoming.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'message':{'message_id':'x'}",
                "'message':7",
                "'message':{'from':" + LI + ",'chat':{'id':'five','type':'private'},'text':'hi'}",
                "'message':{'from':" + LI + ",'chat':{'id':1e300,'type':'private'},'text':'hi'}",
                "'message':{'from':{'id':5},'chat':" + CHAT + ",'text':'hi'}",
                "'message':{'from':" + LI + ",'chat':" + CHAT + ",'text':{'a':1}}",
                "'callback_query':{'id':88,'from':" + LI + "}",
                "'callback_query':{'id':'88'}",
                "'callback_query':{'id':'88','from':" + LI + ",'data':['a']}",
                "'my_chat_member':{'chat':" + CHAT + ",'from':" + LI + "}"
            })
    void whatIsNotWhatItShouldBeIsKeptAside(String body) {
        Intake.Arrival arrival = arrival(body);
        assertThat(arrival).isInstanceOf(Intake.Garbled.class);
        assertThat(arrival.updateId()).isEqualTo(7);
        assertThat(arrival.raw()).contains("update_id");
    }

    private static Incoming read(String body) {
        return ((Intake.Readable) arrival(body)).incoming();
    }

    private static Intake.Arrival arrival(String body) {
        return new Updates().read(7, ("{'update_id':7," + body + "}").replace('\'', '"'));
    }
}
