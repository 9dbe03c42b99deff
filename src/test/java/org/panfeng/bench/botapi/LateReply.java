package org.panfeng.bench.botapi;

import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;

/** An answer that is on its way for a while. */
record LateReply(Reply reply, EventLoop loop, long millis) implements Reply {
    @Override
    public void answer(int status, String body) {
        loop.schedule(() -> reply.answer(status, body), millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void cut() {
        loop.schedule(reply::cut, millis, TimeUnit.MILLISECONDS);
    }
}
