package org.panfeng.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.mailbox.Attachments;
import org.panfeng.mailbox.Carriage;
import org.panfeng.mailbox.Deliveries;
import org.panfeng.mailbox.DeliveryReport;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Parcel;

/**
 * Carries what the outbox holds to Telegram. Replies come to it straight from the commit; everything else is fetched as fast as the limits
 * allow. A {@link Round} has the parcels that are under way, a {@link Clerk} keeps the outbox in step: a database that is slow does not hold
 * up those who wait for an answer.
 */
public final class Courier implements Carriage, AutoCloseable {
    /** The messenger's limits on messages that answer nobody: to all, to one person, to one group. */
    public record Limits(int perSecond, int perChatPerSecond, int perGroupPerMinute) {
        /** So many messages a second to everybody together cost nothing. */
        private static final int FREE = 30;

        /** Telegram lets more through, up to 1,000 a second, and charges for them. */
        boolean arePaid() {
            return perSecond > FREE;
        }
    }

    /** Hears whose chat refuses our messages. */
    public interface Unreachables {
        void lost(long chatId, Instant since);
    }

    private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Round round;
    private final Clerk clerk;
    private final Thread roundThread;
    private final Thread clerkThread;

    public Courier(
            BotApi api,
            Jdbi jdbi,
            Outbox outbox,
            Deliveries deliveries,
            Attachments attachments,
            List<DeliveryReport> reports,
            Unreachables unreachables,
            Admission admission,
            Clock officeClock,
            Limits limits) {
        this.outbox = outbox;
        this.deliveries = deliveries;
        Carrier carrier = new Carrier(api, new Depot(new FileIds(jdbi, api.botId()), attachments), limits.arePaid());
        Pace pace = new Pace(limits.perSecond(), System.nanoTime());
        ChatPace chatPace = new ChatPace(limits.perChatPerSecond(), limits.perGroupPerMinute());
        Silence silence = new Silence(admission);
        this.clerk = new Clerk(
                jdbi,
                deliveries,
                reports.stream().collect(Collectors.toMap(DeliveryReport::topicKind, Function.identity())),
                unreachables,
                officeClock,
                pace,
                chatPace,
                silence);
        this.round = new Round(carrier::carry, pace, chatPace, silence, clerk::ended, System::nanoTime);
        clerk.workWith(round);
        this.roundThread = new Thread(round, "courier");
        this.clerkThread = new Thread(clerk, "clerk");
    }

    /**
     * Takes up what was on its way when the last courier stopped, and starts.
     *
     * @param isAlone no other process shares the database, so that nothing can be on its way any more
     */
    public void start(boolean isAlone) {
        clerk.recover(isAlone);
        round.behind(deliveries.waitingReplies(), 0);
        outbox.carriedBy(this);
        for (Thread thread : List.of(roundThread, clerkThread)) {
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void take(List<Parcel> replies) {
        round.take(replies);
    }

    @Override
    public void look() {
        clerk.look();
    }

    public boolean isAlive() {
        return roundThread.isAlive() && clerkThread.isAlive();
    }

    /** Starts nothing more, waits a moment for the answers that are under way and writes them down. */
    @Override
    public void close() {
        try {
            round.stop();
            roundThread.join(LAST_ANSWERS.toMillis());
            clerk.stop();
            clerkThread.join(LAST_WORDS.toMillis());
            clerk.giveUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
