package org.panfeng.bench.botapi;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** HTTP 1.1 on loopback, with connections that stay open. */
final class Http {
    private static final int LARGEST = 60 << 20;

    private Http() {}

    /** Listens on a free port and returns it. */
    static int listen(EventLoop loop, BotApi api) throws InterruptedException {
        Channel channel = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 4096)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        connection
                                .pipeline()
                                .addLast(new HttpServerCodec(), new HttpObjectAggregator(LARGEST), new Requests(api));
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    private static final class Requests extends SimpleChannelInboundHandler<FullHttpRequest> {
        private final BotApi api;

        Requests(BotApi api) {
            this.api = api;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext connection, FullHttpRequest request) throws IOException {
            api.receive(CallReader.read(request), new Answer(connection));
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext connection, Throwable failure) {
            // The bot was stopped, or has given up waiting.
            connection.close();
        }
    }

    private record Answer(ChannelHandlerContext connection) implements Reply {
        @Override
        public void answer(int status, String body) {
            ByteBuf bytes = ByteBufUtil.writeUtf8(connection.alloc(), body);
            FullHttpResponse response =
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), bytes);
            response.headers()
                    .set(
                            HttpHeaderNames.CONTENT_TYPE,
                            body.startsWith("<") ? "text/html" : HttpHeaderValues.APPLICATION_JSON)
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, bytes.readableBytes());
            connection.writeAndFlush(response, connection.voidPromise());
        }

        @Override
        public void cut() {
            connection.close();
        }
    }
}
