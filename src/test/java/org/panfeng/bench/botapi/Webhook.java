package org.panfeng.bench.botapi;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Hands updates over by POST, over many connections, one at a time on each. */
final class Webhook implements Handover {
    private final Options options;
    private final Updates updates;
    private final Tally tally;
    private final EventLoop loop;
    private final List<WebhookConnection> connections = new ArrayList<>();
    private String path = "/";
    private String secret = "";

    Webhook(Options options, Updates updates, Tally tally, EventLoop loop) {
        this.options = options;
        this.updates = updates;
        this.tally = tally;
        this.loop = loop;
    }

    /** The bot has said where it wants its updates, and by what it will know who brings them. */
    void registered(String url, String secret) {
        this.path = URI.create(url).getRawPath();
        this.secret = secret;
    }

    /** Opens so many connections to this port of the bot; what Telegram would reach through a proxy is reached at once. */
    void open(int port, int count) {
        for (int i = 0; i < count; i++) {
            WebhookConnection connection = new WebhookConnection(this, updates, tally, loop, options.latencyMillis());
            connections.add(connection);
            connection.connect(bootstrap(connection, port));
        }
    }

    private Bootstrap bootstrap(WebhookConnection connection, int port) {
        return new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .remoteAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpClientCodec(), new HttpObjectAggregator(1 << 20), connection.answers());
                    }
                });
    }

    String path() {
        return path;
    }

    String secret() {
        return secret;
    }

    @Override
    public void nudge() {
        for (WebhookConnection connection : connections) {
            if (connection.isFree()) {
                if (updates.isEmpty()) {
                    return;
                }
                connection.next();
            }
        }
    }
}
