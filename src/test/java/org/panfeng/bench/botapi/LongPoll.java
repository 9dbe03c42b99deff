package org.panfeng.bench.botapi;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** getUpdates: answers at once where there is something, else when there is, or when the time is over. */
final class LongPoll implements Handover {
    private final Updates updates;
    private final EventLoop loop;
    private @Nullable Reply waiting;
    private int most;
    private @Nullable ScheduledFuture<?> end;

    LongPoll(Updates updates, EventLoop loop) {
        this.updates = updates;
        this.loop = loop;
    }

    void ask(Call call, Reply reply) {
        long now = System.nanoTime();
        updates.confirm(call.offset(), now);
        if (updates.hasUnconfirmed() || !updates.isEmpty() || call.timeout() == 0) {
            reply.result(updates.batch(call.limit(), now));
            return;
        }
        answer();
        waiting = reply;
        most = call.limit();
        end = loop.schedule(this::answer, call.timeout(), TimeUnit.SECONDS);
    }

    @Override
    public void nudge() {
        if (waiting != null && !updates.isEmpty()) {
            answer();
        }
    }

    private void answer() {
        Reply reply = waiting;
        waiting = null;
        if (end != null) {
            end.cancel(false);
        }
        if (reply != null) {
            reply.result(updates.batch(most, System.nanoTime()));
        }
    }
}
