package org.panfeng;

import io.javalin.util.JavalinException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.panfeng.storage.Damaged;
import org.panfeng.storage.Unusable;
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

    /** When those who had waited for the bot are answered. */
    private static final long SETTLED_AFTER_MILLIS = 10_000;

    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws CannotRun, Unusable, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        Settings.Loaded loaded = config.settings();
        if (loaded.settings().isEmpty()) {
            ConfigOption.print(loaded.findings(), err);
            return ExitCode.USAGE;
        }
        Settings settings = loaded.settings().get();
        if (settings.telegram().token().isEmpty()) {
            err.println(NO_TOKEN);
            return ExitCode.USAGE;
        }
        Logging.configure(settings.logFormat());
        try {
            return run(settings);
        } catch (Damaged damaged) {
            throw new CannotRun(Advice.after(damaged, settings));
        }
    }

    private int run(Settings settings) throws CannotRun, Unusable, InterruptedException {
        long began = System.nanoTime();
        Clock clock = Clock.systemUTC();
        try (Stopping stopping = Stopping.onSignal();
                HeadStart start = HeadStart.begin(settings.database(), endpoint(settings))) {
            Configuration.Loaded loaded = config.content(settings);
            if (loaded.configuration().isEmpty()) {
                ConfigOption.print(loaded.findings(), spec.commandLine().getErr());
                return ExitCode.USAGE;
            }
            Configuration configuration = loaded.configuration().get();
            try (Panfeng panfeng = new Panfeng(configuration, start.api(), start.database(), clock, clock);
                    HealthServer health = start(panfeng, settings.http())) {
                start.database()
                        .serve(new Errands(
                                start.database(), List.of(new VerifyErrand(configuration), new BackupErrand(clock))));
                PrintWriter out = spec.commandLine().getOut();
                Greeting.print(out, configuration, start.database(), panfeng, health.port(), System.nanoTime() - began);
                if (!stopping.await(SETTLED_AFTER_MILLIS)) {
                    Leftovers.giveBack();
                    stopping.await();
                }
            }
        }
        return ExitCode.SUCCESS;
    }

    static Endpoint endpoint(Settings settings) {
        URI url = settings.telegram().apiUrl().orElse(Endpoint.TELEGRAM);
        return new Endpoint(
                url,
                settings.telegram().token().orElseThrow(),
                settings.telegram().proxy());
    }

    /** The bot first, since people may be waiting; its health page beside it. */
    private static HealthServer start(Panfeng panfeng, Settings.Http http) throws CannotRun {
        panfeng.start();
        try {
            return HealthServer.start(http.bind(), http.port(), new PanfengHealth(panfeng), panfeng.webhook());
        } catch (JavalinException e) {
            throw new CannotRun(words(http, e));
        }
    }

    private static String words(Settings.Http http, Throwable failure) {
        Throwable first = failure;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        String said = String.valueOf(first.getMessage());
        if (said.contains("assign") || first instanceof UnknownHostException) {
            return "This machine has no address " + http.bind()
                    + ". Write 127.0.0.1 into http.bind, or 0.0.0.0 for all its addresses.";
        } else if (said.contains("ermission")) {
            return "Port " + http.port()
                    + " may not be opened by this user. Choose one above 1023 with http.port (0 takes any free one).";
        }
        return "Port " + http.port() + " on " + http.bind()
                + " is in use by another program. Stop it, or choose another with http.port (0 takes any free one).";
    }
}
