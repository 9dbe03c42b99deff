package org.panfeng;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.panfeng.programme.Finding;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where the settings and the content are, for every command that needs them. */
final class ConfigOption {
    @Option(
            names = "--config",
            paramLabel = "DIR",
            description = "The folder with panfeng.yaml, calendars and programmes (default: config, if it is there).")
    private @Nullable Path directory;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    Configuration.Loaded load() {
        Main main = (Main) command.root().userObject();
        return Configuration.load(Optional.ofNullable(directory), main.environment());
    }

    /** The settings alone. */
    Settings.Loaded settings() {
        Map<String, String> environment = ((Main) command.root().userObject()).environment();
        return directory == null ? Settings.load(environment) : Settings.load(directory, environment);
    }

    /** The content that goes with the settings. */
    Configuration.Loaded content(Settings settings) {
        return Configuration.load(settings, directory == null ? Settings.DEFAULT_DIR : directory);
    }

    static void print(List<Finding> findings, PrintWriter out) {
        findings.forEach(out::println);
        out.println(Counted.of(findings.size(), "mistake") + ".");
        out.flush();
    }
}
