package org.panfeng.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.panfeng.mailbox.Content;
import org.panfeng.mailbox.Deliveries.Ended;
import org.panfeng.mailbox.Keyboard;
import org.panfeng.mailbox.Lane;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Outgoing;
import org.panfeng.mailbox.Parcel;
import org.panfeng.mailbox.Topic;

/** What is claimed while the bot stops is not sent, and nobody takes it for something that was on its way. */
class RoundEndTest {
    private final List<Ended> ended = new CopyOnWriteArrayList<>();
    private final Round round = new Round(
            (parcel, another) -> CompletableFuture.completedFuture(new Outcome.Delivered(1)),
            new Pace(30, 0),
            new ChatPace(1, 20),
            new Silence(new Admission()),
            ended::add,
            System::nanoTime);

    @Test
    void whatComesAfterTheEndIsGivenBack() {
        round.stop();
        round.run();
        round.carry(List.of(notice(1)));
        round.take(List.of(notice(2)));
        assertThat(ended).extracting(one -> one.parcel().chatId()).containsExactly(1L, 2L);
        assertThat(ended).extracting(Ended::outcome).allMatch(Outcome.Postponed.class::isInstance);
    }

    @Test
    void soIsWhatComesRightBeforeIt() {
        round.stop();
        round.carry(List.of(notice(1)));
        round.run();
        assertThat(ended).singleElement().extracting(Ended::outcome).isInstanceOf(Outcome.Postponed.class);
    }

    private static Parcel notice(long chat) {
        Outgoing words = Outgoing.send(Content.html("-"), Keyboard.NONE);
        return new Parcel(new Parcel.OwnRow(chat), Lane.NOTICE, chat, words, Topic.NONE, 1, 0, false);
    }
}
