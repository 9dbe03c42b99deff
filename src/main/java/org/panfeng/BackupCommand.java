package org.panfeng;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.panfeng.storage.Backups;
import org.panfeng.storage.Database;
import org.panfeng.storage.Unusable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code backup}: a consistent copy, also while the bot is running. */
@Command(
        name = "backup",
        description = "Writes a sealed copy of the database to a file, also while the bot is running.",
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "FILE", description = "Where the copy goes.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Unusable {
        PrintWriter out = spec.commandLine().getOut();
        Settings.Loaded loaded = config.settings();
        if (loaded.settings().isEmpty()) {
            ConfigOption.print(loaded.findings(), spec.commandLine().getErr());
            return ExitCode.USAGE;
        }
        if (!Database.isFile(loaded.settings().get().database())) {
            throw new Unusable(Backups.NOT_A_FILE);
        }
        String absolute = file.toAbsolutePath().normalize().toString();
        return Errands.run(
                new BackupErrand(Clock.systemUTC()),
                List.of(absolute),
                loaded.settings().get().database(),
                out);
    }
}
