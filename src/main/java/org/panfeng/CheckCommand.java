package org.panfeng;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.panfeng.programme.Lesson;
import org.panfeng.telegram.BotApi;
import org.panfeng.telegram.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: names every mistake in settings, calendar and content. */
@Command(
        name = "check",
        description = "Reads settings, calendar and content and lists every mistake with file and line.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config = new ConfigOption();

    @Option(names = "--online", description = "Also asks Telegram whether the token is good.")
    private boolean isOnline;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Configuration.Loaded loaded = config.load();
        if (loaded.configuration().isEmpty()) {
            ConfigOption.print(loaded.findings(), out);
            return ExitCode.FINDINGS;
        }
        Configuration configuration = loaded.configuration().get();
        List<Lesson> lessons = configuration.syllabus().lessons();
        out.printf(
                "Settings, calendar %s and programme %s are in order: %s.%n"
                        + "Questions: %d. Study days with a new lesson: %d; after these come reviews of old questions.%n",
                configuration.settings().programme().calendar(),
                configuration.settings().programme().id(),
                Counted.of(lessons.size(), "lesson"),
                lessons.stream().mapToInt(lesson -> lesson.questions().size()).sum(),
                lessons.size());
        out.flush();
        return isOnline ? online(configuration.settings(), out) : ExitCode.SUCCESS;
    }

    private static int online(Settings settings, PrintWriter out) {
        if (settings.telegram().token().isEmpty()) {
            out.println("There is no telegram.token to try.");
            return ExitCode.FINDINGS;
        }
        try (BotApi api = new BotApi(RunCommand.endpoint(settings))) {
            out.println("Telegram knows the bot as @" + api.userName() + ".");
            return ExitCode.SUCCESS;
        } catch (Refusal refusal) {
            out.println("Telegram refuses the token: " + refusal.words());
        } catch (IOException e) {
            out.println("Telegram cannot be reached at " + RunCommand.endpoint(settings) + ": "
                    + e.getClass().getSimpleName());
        }
        return ExitCode.FINDINGS;
    }
}
