package org.panfeng;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.HashSet;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Reception;
import org.panfeng.people.Staff;
import org.panfeng.storage.Database;
import org.panfeng.storage.Unusable;
import org.panfeng.study.StudyFeature;
import org.panfeng.study.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code verify}: replays every ledger and streak from the facts and prints what differs. */
@Command(
        name = "verify",
        description = "Recomputes every ledger and streak from the facts and prints the differences. Changes nothing.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config = new ConfigOption();

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
        Database.checkIsThere(configuration.settings().database());
        try (Database database = Database.open(configuration.settings().database())) {
            Verification.Result result =
                    verification(configuration, database.jdbi()).run();
            result.differences().forEach(out::println);
            out.printf(
                    "%s looked at, %s.%n",
                    Counted.of(result.people(), "person", "people"),
                    Counted.of(result.differences().size(), "difference"));
            out.flush();
            return result.differences().isEmpty() ? ExitCode.SUCCESS : ExitCode.FINDINGS;
        }
    }

    private static Verification verification(Configuration configuration, Jdbi jdbi) {
        Settings.Programme programme = configuration.settings().programme();
        return new StudyFeature(
                        jdbi,
                        programme.id(),
                        configuration.timetable(),
                        programme.pushAt(),
                        programme.remindAt(),
                        configuration.syllabus(),
                        new Staff(
                                jdbi,
                                new HashSet<>(configuration.settings().people().admins())),
                        new Outbox(jdbi, Clock.systemUTC()),
                        new Reception(jdbi))
                .verification();
    }
}
