package org.panfeng.bench.botapi;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;

/** The process: says its port, then answers each line that it reads with one. Ends with its input. */
public final class BotApiProcess {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private BotApiProcess() {}

    /**
     * @param arguments of {@link Options}, as {@code latency=50}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        EventLoop loop = group.next();
        Options options = Options.of(arguments);
        Tally tally = new Tally();
        Updates updates = new Updates(tally);
        People people = new People(options);
        Crowd crowd = new Crowd(people, updates, loop, options.seed());
        updates.from(crowd);
        LongPoll poll = new LongPoll(updates, loop);
        Webhook webhook = new Webhook(options, updates, tally, loop);
        Script script = new Script(people, crowd, updates, poll, webhook, tally);
        OUT.println(Http.listen(loop, new BotApi(options, loop, people, poll, crowd, webhook, tally)));
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String said = line;
                OUT.println(loop.submit(() -> script.run(said)).get());
            }
        }
        group.shutdownGracefully();
    }
}
