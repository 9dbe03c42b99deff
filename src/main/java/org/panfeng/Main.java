package org.panfeng;

import java.util.Map;
import org.panfeng.storage.Unusable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
        name = "panfeng",
        description = "A study bot for offices: a reading and a short quiz every working day, in Telegram.",
        subcommands = {
            TryCommand.class,
            RunCommand.class,
            CheckCommand.class,
            VerifyCommand.class,
            BackupCommand.class,
            RestoreCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionProvider.class)
public final class Main implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Map<String, String> environment;

    private Main(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] args) {
        System.exit(commandLine(System.getenv()).setOut(Terminal.out()).execute(args));
    }

    /**
     * @param environment the variables in which settings may be given
     */
    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new Main(environment))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, commandLine, parsed) -> {
                    if (failure instanceof CannotRun cannot) {
                        commandLine.getErr().println(cannot.words());
                        return ExitCode.CANNOT_RUN;
                    } else if (failure instanceof Unusable unusable) {
                        commandLine.getErr().println(unusable.words());
                        return ExitCode.CANNOT_RUN;
                    }
                    throw failure;
                });
    }

    Map<String, String> environment() {
        return environment;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: try, run, check, verify, backup or restore.");
    }

    static final class VersionProvider implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"panfeng " + Version.NUMBER};
        }
    }
}
