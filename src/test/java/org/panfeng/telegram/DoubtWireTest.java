package org.panfeng.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.panfeng.mailbox.Lane.NOTICE;
import static org.panfeng.mailbox.Lane.REPLY;
import static org.panfeng.mailbox.Lane.TASK;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.panfeng.sandbox.Message;
import org.panfeng.sandbox.Person;
import org.panfeng.sandbox.StandIn;

/** Answers that are not Telegram's, or that do not come: a task and a reply are repeated once, a notice never. */
class DoubtWireTest extends SendingTable {
    static Stream<Line> whereNobodyKnows() {
        Consumer<StandIn> truncated =
                telegram -> telegram.faults().on("sendMessage").unreadableAnswer();
        Consumer<StandIn> signIn =
                telegram -> telegram.faults().on("sendMessage").answers("{\"please\":\"sign in\"}");
        Consumer<StandIn> brokenAfter =
                telegram -> telegram.faults().on("sendMessage").dropAfterHandling();
        Consumer<StandIn> brokenBefore =
                telegram -> telegram.faults().on("sendMessage").dropBeforeHandling();
        Consumer<StandIn> hanging =
                telegram -> telegram.faults().on("sendMessage").hangs();
        return Stream.of(
                line("truncated", TASK, truncated, "delivered 2 repeated", "你好", "你好"),
                line("truncated", REPLY, truncated, "delivered 2 repeated", "你好", "你好"),
                line("truncated", NOTICE, truncated, "unknown 1", "你好"),
                line("not the Bot API", TASK, signIn, "delivered 2 repeated", "你好"),
                line("not the Bot API", NOTICE, signIn, "unknown 1"),
                line("broken after it", TASK, brokenAfter, "delivered 2 repeated", "你好", "你好"),
                line("broken after it", NOTICE, brokenAfter, "unknown 1", "你好"),
                line("broken before it", TASK, brokenBefore, "delivered 2 repeated", "你好"),
                line("broken before it", NOTICE, brokenBefore, "unknown 1"),
                line(
                        "broken twice",
                        TASK,
                        telegram -> telegram.faults().on("sendMessage").times(2).dropAfterHandling(),
                        "unknown 2 repeated",
                        "你好",
                        "你好"),
                line("hanging", REPLY, hanging, "delivered 2 repeated", "你好"),
                line("hanging", NOTICE, hanging, "unknown 1"));
    }

    @ParameterizedTest
    @MethodSource
    void whereNobodyKnows(Line line) {
        check(line);
        assertThat(sending.lost).isEmpty();
    }

    /** Pages come from what stands between here and Telegram: whatever their status, they say nothing about the chat or the token. */
    @Test
    void aServerInTroubleAndAGatewayAreTriedAgain() {
        refused("sendMessage", 500, "Internal Server Error").accept(telegram);
        refused("sendMessage", 404, "Not Found").accept(telegram);
        List<Integer> pages = List.of(302, 400, 401, 403, 405, 407, 502, 503);
        pages.forEach(status -> telegram.faults().on("sendMessage").gatewayError(status));
        List<Long> people = LongStream.range(100, 110).boxed().toList();
        people.forEach(id -> telegram.messenger().addAcquainted(new Person(id, "P" + id, null, null, "zh")));
        List<Long> numbers =
                people.stream().map(id -> sending.post(TASK, id, HELLO)).toList();
        assertThat(numbers).map(sending::end).allSatisfy(entry -> {
            assertThat(entry.state()).isEqualTo("delivered");
            assertThat(entry.attempts()).isEqualTo(2);
            assertThat(entry.isRepeated()).isFalse();
        });
        assertThat(people)
                .allSatisfy(id -> assertThat(telegram.messenger().chat(id))
                        .extracting(Message::text)
                        .containsExactly("你好"));
        assertThat(sending.lost).isEmpty();
        assertThat(sending.admission.isOpen()).isTrue();
    }
}
