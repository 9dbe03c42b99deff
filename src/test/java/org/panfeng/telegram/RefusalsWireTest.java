package org.panfeng.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.panfeng.mailbox.Lane.NOTICE;
import static org.panfeng.mailbox.Lane.REPLY;
import static org.panfeng.mailbox.Lane.TASK;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.panfeng.mailbox.Attachment;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.sandbox.StandIn;

/** What Telegram refuses, by its own words: who cannot be written to, what is not taken, and what goes well in the end. */
class RefusalsWireTest extends SendingTable {
    private static final long GROUP = -55;
    private static final Outgoing EDIT = new Outgoing.Edit(7, Content.html("你好"), Keyboard.NONE);
    private static final Outgoing DOCUMENT = new Outgoing.Document(new Attachment("list.pdf", "0".repeat(64)), "list");

    private static final Consumer<StandIn> NOTHING = telegram -> {};

    static Stream<Line> whoCannotBeWrittenTo() {
        return Stream.of(
                line(
                        "blocked",
                        NOTICE,
                        telegram -> telegram.messenger().blocks(LI),
                        "unreachable 1: 403 forbidden: bot was blocked by the user"),
                line(
                        "deactivated",
                        TASK,
                        telegram -> telegram.messenger().deactivates(LI),
                        "unreachable 1: 403 forbidden: user is deactivated"),
                line(
                                "cannot initiate",
                                NOTICE,
                                NOTHING,
                                "unreachable 1: 403 forbidden: bot can't initiate conversation with a user")
                        .to(STRANGER),
                line(
                                "kicked",
                                NOTICE,
                                refused("sendMessage", 403, "Forbidden: bot was kicked from the group chat"),
                                "unreachable 1: 403 forbidden: bot was kicked from the group chat")
                        .to(GROUP),
                line("chat not found", TASK, NOTHING, "unreachable 1: 400 bad request: chat not found")
                        .to(404));
    }

    @ParameterizedTest
    @MethodSource
    void whoCannotBeWrittenTo(Line line) {
        check(line);
        assertThat(sending.lost).containsExactly(line.chat());
    }

    static Stream<Line> whatIsRefused() {
        return Stream.of(
                line("too long", NOTICE, NOTHING, "refused 1: 400 bad request: message is too long")
                        .saying(html("长".repeat(4097))),
                line(
                        "anything else",
                        REPLY,
                        refused("sendMessage", 400, "Bad Request: no"),
                        "refused 1: 400 bad request: no"),
                line(
                                "a file",
                                TASK,
                                refused("sendDocument", 400, "Bad Request: wrong type"),
                                "refused 1: 400 bad request: wrong type")
                        .saying(DOCUMENT),
                line(
                                "a large file",
                                TASK,
                                telegram -> telegram.faults().on("sendDocument").gatewayError(413),
                                "refused 1: 413 http status 413 without an answer of the bot api")
                        .saying(DOCUMENT),
                line(
                                "there and back again",
                                NOTICE,
                                telegram -> {
                                    telegram.faults()
                                            .on("sendMessage")
                                            .inChat(GROUP)
                                            .migratedTo(-66);
                                    telegram.faults()
                                            .on("sendMessage")
                                            .inChat(-66)
                                            .untilCleared()
                                            .migratedTo(GROUP);
                                },
                                "refused 2: the chat has moved twice")
                        .to(GROUP));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsRefused(Line line) {
        check(line);
        assertThat(sending.lost).isEmpty();
    }

    static Stream<Line> whatGoesWellInTheEnd() {
        return Stream.of(
                line(
                                "group migrated",
                                NOTICE,
                                telegram -> telegram.faults().on("sendMessage").migratedTo(LI),
                                "delivered 2",
                                "你好")
                        .to(GROUP),
                line(
                                "not modified",
                                REPLY,
                                refused("editMessageText", 400, "Bad Request: message is not modified: the same"),
                                "delivered 1")
                        .saying(EDIT),
                line("message to edit not found", REPLY, NOTHING, "delivered 1", "你好")
                        .saying(EDIT),
                line(
                                "can't be edited",
                                REPLY,
                                refused("editMessageText", 400, "Bad Request: message can't be edited"),
                                "delivered 1",
                                "你好")
                        .saying(EDIT),
                line("query is too old", REPLY, NOTHING, "delivered 1").saying(new Outgoing.Toast("7", "ok", false)),
                line("can't parse entities", TASK, NOTHING, "delivered 1", "你 & 好")
                        .saying(html("<b>你 &amp; 好")),
                line("can't parse entities of an edit", REPLY, NOTHING, "delivered 1", "你好")
                        .saying(new Outgoing.Edit(7, Content.html("<b>你好"), Keyboard.NONE)),
                line(
                                "no rich message",
                                TASK,
                                refused("sendRichMessage", 400, "Bad Request: RICH_MESSAGE_INVALID"),
                                "delivered 1",
                                "你好")
                        .saying(Outgoing.send(Content.rich("你好"), Keyboard.NONE)),
                line(
                        "429",
                        NOTICE,
                        telegram -> telegram.faults().on("sendMessage").tooManyRequests(1),
                        "delivered 1",
                        "你好"));
    }

    @ParameterizedTest
    @MethodSource
    void whatGoesWellInTheEnd(Line line) {
        check(line);
        assertThat(sending.lost).isEmpty();
        assertThat(sending.admission.isOpen()).isTrue();
    }
}
