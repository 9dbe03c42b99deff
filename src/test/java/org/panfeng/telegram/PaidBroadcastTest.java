package org.panfeng.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.panfeng.mailbox.Lane.DIGEST;
import static org.panfeng.mailbox.Lane.NOTICE;
import static org.panfeng.mailbox.Lane.REPLY;
import static org.panfeng.mailbox.Lane.TASK;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.panfeng.mailbox.Attachment;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outgoing;

/** Telegram charges for what goes beyond thirty messages a second, and only where it is told that it may. */
class PaidBroadcastTest {
    private static final Content TEXT = Content.html("text");
    private static final Outgoing MESSAGE = Outgoing.send(TEXT, Keyboard.NONE);
    private static final Outgoing READING = Outgoing.send(Content.rich("reading"), Keyboard.NONE);
    private static final Outgoing DOCUMENT = new Outgoing.Document(new Attachment("list.pdf", "0".repeat(64)), "list");
    private static final Outgoing EDIT = new Outgoing.Edit(7, TEXT, Keyboard.NONE);

    @Test
    void upToThirtyASecondNothingIsPaidFor() throws IOException {
        assertThat(paidFor(30)).isEmpty();
    }

    @Test
    void beyondThatBulkMayBePaidForAndRepliesNeverAre() throws IOException {
        assertThat(paidFor(31))
                .containsExactlyInAnyOrder("TASK sendMessage", "NOTICE sendRichMessage", "DIGEST sendDocument");
    }

    /** What of each lane and kind says that it may be charged for. */
    private static List<String> paidFor(int perSecond) throws IOException {
        List<String> paid = new ArrayList<>();
        try (RecordingApi telegram = new RecordingApi();
                SendingSide sending = sending(telegram, perSecond)) {
            deliver(TASK, MESSAGE, telegram, sending, paid);
            deliver(NOTICE, READING, telegram, sending, paid);
            deliver(DIGEST, DOCUMENT, telegram, sending, paid);
            deliver(NOTICE, EDIT, telegram, sending, paid);
            deliver(REPLY, MESSAGE, telegram, sending, paid);
            deliver(REPLY, READING, telegram, sending, paid);
            assertThat(telegram.calls()).hasSize(6);
        }
        return paid;
    }

    private static SendingSide sending(RecordingApi telegram, int perSecond) {
        Endpoint endpoint = new Endpoint(URI.create(telegram.url()), SendingSide.TOKEN, Optional.empty());
        return new SendingSide(endpoint, Patience.USUAL, perSecond);
    }

    private static void deliver(
            Lane lane, Outgoing outgoing, RecordingApi telegram, SendingSide sending, List<String> paid) {
        int before = telegram.calls().size();
        assertThat(sending.end(sending.post(lane, 11, outgoing)).state()).isEqualTo("delivered");
        telegram.calls().stream()
                .skip(before)
                .filter(call -> isPaid(call.body()))
                .forEach(call -> paid.add(lane + " " + call.method()));
    }

    /** As JSON, or as a part of a form. */
    private static boolean isPaid(String body) {
        return body.contains("\"allow_paid_broadcast\":true")
                || body.matches("(?s).*name=\"allow_paid_broadcast\".*?\r\n\r\ntrue\r\n.*");
    }
}
