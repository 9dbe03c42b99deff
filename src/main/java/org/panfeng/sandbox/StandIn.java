package org.panfeng.sandbox;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.util.JavalinBindException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The running stand-in: the Bot API for one bot and, beside it, the people it talks to and a page to be one of them. */
public final class StandIn implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final World world;
    private final Messenger messenger;
    private final Faults faults = new Faults();
    private final BotApi api;
    private final Page page;
    private final Javalin server;

    private StandIn(int port, String token, Clock clock, @Nullable Stage stage) {
        world = World.of(token, clock);
        messenger = new Messenger(world);
        api = new BotApi(token, world, faults);
        page = new Page(world, messenger, stage);
        server = Javalin.create(config -> configure(config, port));
    }

    /**
     * Starts it on loopback only.
     *
     * @param port 0 for any free port
     * @param token the only one that is accepted; what stands before its colon is the bot's id
     * @param clock says when messages were sent; waiting, for a poll for instance, is real time
     * @throws PortInUse if another program listens there
     */
    public static StandIn start(int port, String token, Clock clock) {
        return start(port, token, clock, null);
    }

    /** The same, with a stage whose clock can be moved and whose bot can be restarted from the page. */
    public static StandIn start(int port, String token, Clock clock, @Nullable Stage stage) {
        StandIn standIn = new StandIn(port, token, clock, stage);
        try {
            standIn.server.start();
        } catch (JavalinBindException taken) {
            standIn.close();
            throw new PortInUse(port, taken);
        }
        return standIn;
    }

    private void configure(JavalinConfig config, int port) {
        config.jetty.host = LOOPBACK;
        config.jetty.port = port;
        config.jetty.multipartConfig.maxFileSize(60, SizeUnit.MB);
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        api.register(config.routes);
        page.register(config.routes);
    }

    public int port() {
        return server.port();
    }

    /** Scheme, host and port, without a slash at the end. */
    public String url() {
        return "http://" + LOOPBACK + ":" + port();
    }

    public Messenger messenger() {
        return messenger;
    }

    public Faults faults() {
        return faults;
    }

    /** How often the bot called this method, whatever was answered. */
    public long calls(String method) {
        return api.calls(method);
    }

    /** Ends polls and pages that wait, and stops listening. */
    @Override
    public void close() {
        page.close();
        world.close();
        server.stop();
    }
}
