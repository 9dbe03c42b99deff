package org.panfeng;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code try}: the sandbox. */
@Command(
        name = "try",
        description = "Starts a stand-in for Telegram with a chat page, a sample office and the bot; needs no token.",
        mixinStandardHelpOptions = true)
final class TryCommand implements Callable<Integer> {
    private static final int PORT = 8080;
    private static final long LOOK_EVERY_MILLIS = 2_000;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The page's port, 0 for any free one (default: " + PORT + ", in the tour a free one).")
    private @Nullable Integer port;

    @Option(names = "--tour", description = "Plays three study days, prints the conversation, and ends.")
    private boolean isTour;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws CannotRun, InterruptedException {
        Configuration.Loaded loaded = Sandbox.configure();
        if (loaded.configuration().isEmpty()) {
            ConfigOption.print(loaded.findings(), spec.commandLine().getErr());
            return ExitCode.USAGE;
        }
        Logging.quiet();
        Configuration configuration = loaded.configuration().get();
        return run(configuration, port == null ? PORT : port);
    }

    private int run(Configuration configuration, int at) throws CannotRun, InterruptedException {
        long began = System.nanoTime();
        PrintWriter out = spec.commandLine().getOut();
        try (Stopping stopping = Stopping.onSignal();
                Sandbox sandbox = Sandbox.open(configuration, at, Clock.systemUTC(), SamplePeople.VISITORS)) {
            greet(out, sandbox, System.nanoTime() - began);
            Happenings happenings = new Happenings(sandbox.panfeng(), sandbox.time(), out);
            while (!stopping.await(LOOK_EVERY_MILLIS)) {
                happenings.look();
            }
        }
        return ExitCode.SUCCESS;
    }

    private static void greet(PrintWriter out, Sandbox sandbox, long nanos) {
        out.printf(
                Locale.ROOT,
                "Panfeng %s, to try out: a sample office on a stand-in for Telegram, ready in %.1f s.%n%n"
                        + "  Open  %s%n%n"
                        + "It is Monday 08:25, the day's study comes at 08:30. Be one of these:%n%n"
                        + "  陈静      admin: /people /broadcast /push /status%n"
                        + "  周立新    leader: /ranking%n"
                        + "  李晓明    staff, nine days in a row: /today /streak%n"
                        + "  林小满    not enrolled yet: send /start %s%n%n"
                        + "Everybody else is simulated and studies along. The buttons above the chats move the clock.%n"
                        + "Nothing is stored, nothing leaves this machine. Health: %s%n"
                        + "Stop with Ctrl-C.%n%n",
                Version.NUMBER,
                nanos / 1e9,
                sandbox.url(),
                sandbox.invitation(),
                sandbox.healthUrl());
        out.flush();
    }
}
