package org.panfeng;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.panfeng.storage.Faults;
import org.panfeng.storage.Restore;
import org.panfeng.storage.Restore.Restored;
import org.panfeng.storage.Unusable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code restore}: puts a backup into the place of the database. */
@Command(
        name = "restore",
        description =
                "Puts a backup into the place of the database, which is kept under another name. The bot must be stopped.",
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Parameters(paramLabel = "FILE", description = "What backup has written.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws CannotRun, Unusable {
        PrintWriter out = spec.commandLine().getOut();
        Settings.Loaded loaded = config.settings();
        if (loaded.settings().isEmpty()) {
            ConfigOption.print(loaded.findings(), spec.commandLine().getErr());
            return ExitCode.USAGE;
        }
        try {
            Restored restored = new Restore(loaded.settings().get().database())
                    .from(file, Clock.systemUTC().instant(), words -> tell(out, words));
            tell(out, words(restored));
            return ExitCode.SUCCESS;
        } catch (IOException e) {
            throw new CannotRun(
                    "The backup " + file + " cannot be restored: " + Faults.words(e)
                            + ". The database is as it was, unless the journal beside it is refused at the next start: then restore again.");
        }
    }

    private static String words(Restored restored) {
        return "Restored " + restored.file() + " as it was at " + restored.madeAt() + ": "
                + Counted.of(restored.rows(), "row") + " in " + Counted.of(restored.tables(), "table")
                + ", all as the backup says."
                + restored.kept()
                        .map(kept -> " What was there before is " + kept + ".")
                        .orElse("");
    }

    private static void tell(PrintWriter out, String words) {
        out.println(words);
        out.flush();
    }
}
