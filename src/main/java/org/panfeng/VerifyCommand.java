package org.panfeng;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.panfeng.storage.Unusable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verify}: replays every ledger and streak from the facts and prints what differs. */
@Command(
        name = "verify",
        description =
                "Reads everything, recomputes every ledger and streak from the facts and prints the differences. Changes nothing unless told to.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Option(
            names = "--repair",
            description = "Writes what the facts say wherever a ledger, a streak or a ranking says something else.")
    private boolean isToRepair;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Unusable {
        PrintWriter out = spec.commandLine().getOut();
        Configuration.Loaded loaded = config.load();
        if (loaded.configuration().isEmpty()) {
            ConfigOption.print(loaded.findings(), spec.commandLine().getErr());
            return ExitCode.USAGE;
        }
        Configuration configuration = loaded.configuration().get();
        return Errands.run(
                new VerifyErrand(configuration),
                isToRepair ? List.of(VerifyErrand.REPAIR) : List.of(),
                configuration.settings().database(),
                out);
    }
}
