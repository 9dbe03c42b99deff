package org.panfeng.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.time.Duration;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.junit.jupiter.api.Test;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Parcel;
import org.panfeng.mailbox.Topic;

/** What no fault of a server forces reliably: that a kept connection is closed in just the moment in which it is used again. */
class RefusalsTest {
    private static final Throwable CLOSED = new NotSent(new ConnectionClosedException());

    @Test
    void whatAConnectionDidNotTakeThatWasClosedMeanwhileGoesOverAnotherAtOnce() {
        Outcome outcome = Refusals.outcome(attempt(1), CLOSED);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Postponed.class,
                        postponed -> assertThat(postponed.pause()).isZero());
        assertThat(Refusals.isNotConnected(outcome)).isFalse();
    }

    @Test
    void aServerThatClosesEveryConnectionIsTakenForOneThatCannotBeReached() {
        assertPauses(Refusals.outcome(attempt(2), CLOSED), 2);
        assertPauses(Refusals.outcome(attempt(1), new NotSent(new ConnectException())), 1);
    }

    private static void assertPauses(Outcome outcome, int seconds) {
        assertThat(Refusals.isNotConnected(outcome)).isTrue();
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Postponed.class,
                        postponed -> assertThat(postponed.pause()).isEqualTo(Duration.ofSeconds(seconds)));
    }

    private static Parcel attempt(int attempts) {
        Outgoing words = Outgoing.send(Content.html("x"), Keyboard.NONE);
        return new Parcel(new Parcel.OwnRow(1), Lane.REPLY, 7, words, Topic.NONE, attempts, 0, true);
    }
}
