package org.panfeng.bench.botapi;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection of the webhook: an update that was not taken is brought again, after a second, over this same or a new connection. */
final class WebhookConnection {
    private static final long AGAIN_MILLIS = 1000;

    private final Webhook webhook;
    private final Updates updates;
    private final Tally tally;
    private final EventLoop loop;
    private final long latencyMillis;
    private @Nullable Bootstrap bootstrap;
    private @Nullable Channel channel;
    private @Nullable Update carried;

    WebhookConnection(Webhook webhook, Updates updates, Tally tally, EventLoop loop, long latencyMillis) {
        this.webhook = webhook;
        this.updates = updates;
        this.tally = tally;
        this.loop = loop;
        this.latencyMillis = latencyMillis;
    }

    void connect(Bootstrap to) {
        bootstrap = to;
        to.connect().addListener((ChannelFuture connected) -> {
            if (!connected.isSuccess()) {
                loop.schedule(() -> connect(to), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                return;
            }
            channel = connected.channel();
            if (carried == null) {
                next();
            } else {
                send();
            }
        });
    }

    boolean isFree() {
        return carried == null && channel != null && channel.isActive();
    }

    void next() {
        carried = updates.take(System.nanoTime());
        if (carried != null) {
            loop.schedule(this::send, latencyMillis / 2, TimeUnit.MILLISECONDS);
        }
    }

    private void send() {
        Update update = carried;
        Channel to = channel;
        if (update == null || to == null || !to.isActive()) {
            return;
        }
        ByteBuf body = ByteBufUtil.writeUtf8(to.alloc(), update.json);
        FullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, webhook.path(), body);
        request.headers()
                .set(HttpHeaderNames.HOST, "127.0.0.1")
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set("X-Telegram-Bot-Api-Secret-Token", webhook.secret())
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        to.writeAndFlush(request, to.voidPromise());
    }

    private void answered(int status) {
        Update update = carried;
        if (update != null && status >= 200 && status < 300) {
            loop.schedule(() -> taken(update), latencyMillis / 2, TimeUnit.MILLISECONDS);
        } else {
            loop.schedule(this::send, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void taken(Update update) {
        tally.confirmed(System.nanoTime() - update.handedOutAt);
        next();
    }

    private void broken() {
        channel = null;
        Bootstrap to = bootstrap;
        if (to != null) {
            loop.schedule(() -> connect(to), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    ChannelHandler answers() {
        return new SimpleChannelInboundHandler<FullHttpResponse>() {
            @Override
            protected void channelRead0(ChannelHandlerContext connection, FullHttpResponse response) {
                answered(response.status().code());
            }

            @Override
            public void channelInactive(ChannelHandlerContext connection) {
                broken();
            }

            @Override
            public void exceptionCaught(ChannelHandlerContext connection, Throwable failure) {
                connection.close();
            }
        };
    }
}
