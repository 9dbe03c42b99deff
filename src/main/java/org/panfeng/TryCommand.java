package org.panfeng;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code try}: the sandbox. */
@Command(
        name = "try",
        description = "Starts a stand-in for Telegram with a chat page, a sample office and the bot; needs no token.",
        mixinStandardHelpOptions = true)
final class TryCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The page's port (default: ${DEFAULT-VALUE}).",
            defaultValue = "8080")
    private int port;

    @Option(names = "--tour", description = "Plays three study days, prints the conversation, and ends.")
    private boolean isTour;

    @Override
    public Integer call() {
        return ExitCode.SUCCESS;
    }
}
