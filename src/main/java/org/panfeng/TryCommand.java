package org.panfeng;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.panfeng.sandbox.tour.Missing;
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
    /** The longest that a colleague takes over one step. */
    private static final Duration LIFELIKE = Duration.ofSeconds(2);

    private static final Duration IN_THE_TOUR = Duration.ofMillis(200);

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
        return isTour ? tour(configuration, port == null ? 0 : port) : run(configuration, port == null ? PORT : port);
    }

    private int tour(Configuration configuration, int at) throws CannotRun {
        long began = System.nanoTime();
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "Panfeng " + Version.NUMBER + ": three study days of a sample office, over a stand-in for Telegram.");
        out.flush();
        List<Long> played = List.of(SamplePeople.ADMIN, SamplePeople.LEADER, SamplePeople.ENGLISH_SPEAKER);
        try (Sandbox sandbox = Sandbox.open(configuration, at, Clock.systemUTC(), played, IN_THE_TOUR)) {
            sandbox.tour(out).play();
            out.printf(
                    Locale.ROOT,
                    "%nThat was the tour, in %.0f s. To be one of these people yourself: panfeng try%n",
                    (System.nanoTime() - began) / 1e9);
            return ExitCode.SUCCESS;
        } catch (Missing missing) {
            out.println();
            out.println("The tour ends here: " + missing.getMessage());
            return ExitCode.FINDINGS;
        } finally {
            out.flush();
        }
    }

    private int run(Configuration configuration, int at) throws CannotRun, InterruptedException {
        long began = System.nanoTime();
        PrintWriter out = spec.commandLine().getOut();
        try (Stopping stopping = Stopping.onSignal();
                Sandbox sandbox = Sandbox.open(configuration, at, Clock.systemUTC(), SamplePeople.VISITORS, LIFELIKE)) {
            greet(out, sandbox, System.nanoTime() - began);
            Happenings happenings = new Happenings(sandbox::panfeng, sandbox.time(), out);
            while (!stopping.await(LOOK_EVERY_MILLIS)) {
                sandbox.whileRunning(happenings::look);
            }
        }
        return ExitCode.SUCCESS;
    }

    private static void greet(PrintWriter out, Sandbox sandbox, long nanos) {
        out.printf(
                Locale.ROOT,
                "Panfeng %s, to try out: a sample office on a stand-in for Telegram, ready in %.1f s.%n%n"
                        + "  Open  %s%n%n"
                        + "It is Monday 08:25, the day's lesson comes at 08:30. Be one of these:%n%n"
                        + "  陈静      admin: /people /broadcast /calendar /push /status%n"
                        + "  周立新    leader: /ranking%n"
                        + "  李晓明    staff, nine days in a row: /today /streak /why /leave /settings%n"
                        + "  林小满    not enrolled yet: send /start %s%n%n"
                        + "Everybody else is simulated and studies along. The clock on the page moves the time.%n"
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
