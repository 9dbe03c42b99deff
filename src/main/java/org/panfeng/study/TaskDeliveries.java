package org.panfeng.study;

import java.time.Instant;
import org.panfeng.mailbox.DeliveryReport;
import org.panfeng.mailbox.Outcome;
import org.panfeng.mailbox.Parcel;

/** Notes when a task arrived, or that its person keeps the bot out: both decide about an unanswered day. */
record TaskDeliveries(Tasks tasks) implements DeliveryReport {
    @Override
    public String topicKind() {
        return DailyPush.TOPIC;
    }

    @Override
    public void settled(Parcel parcel, Outcome outcome, Instant at) {
        if (outcome instanceof Outcome.Delivered) {
            tasks.delivered(parcel.topic().id(), at);
        } else if (outcome instanceof Outcome.Unreachable) {
            tasks.unreachable(parcel.topic().id());
        }
    }
}
