package org.panfeng;

import io.javalin.util.JavalinBindException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.panfeng.telegram.Endpoint;
import org.panfeng.web.HealthServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code run}: the bot, until it is told to stop. */
@Command(name = "run", description = "Runs the bot.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private static final String NO_TOKEN = """
            There is no telegram.token, so the bot cannot sign in.
            In Telegram, talk to @BotFather: /newbot, choose a name, and copy the token it answers with.
            Put it into config/panfeng.yaml as telegram.token, or into the variable PANFENG_TELEGRAM_TOKEN.
            To look at Panfeng without a token: panfeng try""";

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws CannotRun, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Configuration.Loaded loaded = config.load();
        if (loaded.configuration().isEmpty()) {
            ConfigOption.print(loaded.findings(), err);
            return ExitCode.USAGE;
        }
        Configuration configuration = loaded.configuration().get();
        Settings settings = configuration.settings();
        if (settings.telegram().token().isEmpty()) {
            err.println(NO_TOKEN);
            return ExitCode.USAGE;
        }
        Logging.configure(settings.logFormat());
        run(configuration, endpoint(settings), spec.commandLine().getOut());
        return ExitCode.SUCCESS;
    }

    static Endpoint endpoint(Settings settings) {
        URI url = settings.telegram().apiUrl().orElse(Endpoint.TELEGRAM);
        return new Endpoint(
                url,
                settings.telegram().token().orElseThrow(),
                settings.telegram().proxy());
    }

    private static void run(Configuration configuration, Endpoint endpoint, PrintWriter out)
            throws CannotRun, InterruptedException {
        long began = System.nanoTime();
        Clock clock = Clock.systemUTC();
        try (Stopping stopping = Stopping.onSignal();
                Database database = Database.open(configuration.settings().database());
                Panfeng panfeng = new Panfeng(configuration, endpoint, database, clock, clock);
                HealthServer health = start(panfeng, configuration.settings().http())) {
            Greeting.print(out, configuration, database, panfeng, health.port(), System.nanoTime() - began);
            stopping.await();
        }
    }

    /** The bot first, since people may be waiting; its health page beside it. */
    private static HealthServer start(Panfeng panfeng, Settings.Http http) throws CannotRun {
        panfeng.start();
        try {
            return HealthServer.start(http.bind(), http.port(), panfeng::troubles);
        } catch (JavalinBindException e) {
            throw new CannotRun(
                    "Port " + http.port() + " on " + http.bind()
                            + " is in use by another program. Stop it, or choose another with http.port (0 takes any free one).");
        }
    }
}
