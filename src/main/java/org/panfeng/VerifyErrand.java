package org.panfeng;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.panfeng.chat.Prompts;
import org.panfeng.mailbox.Outbox;
import org.panfeng.mailbox.Reception;
import org.panfeng.people.Staff;
import org.panfeng.programme.CalendarChanges;
import org.panfeng.storage.Database;
import org.panfeng.storage.Everything;
import org.panfeng.storage.Faults;
import org.panfeng.study.StudyFeature;
import org.panfeng.study.Verification;

/** Reads everything, and replays every ledger and streak from the facts. */
record VerifyErrand(Configuration configuration) implements Errand {
    @Override
    public String name() {
        return "verify";
    }

    @Override
    public int run(Database database, List<String> arguments, Consumer<String> tell) {
        try {
            if (database.isEmbedded()) {
                Everything.Read read = database.readEverything(rows -> tell.accept(rows + " rows read"));
                tell.accept(Counted.of(read.rows(), "row") + " in " + Counted.of(read.tables(), "table") + " read.");
            }
            Verification.Result result = replay(database.jdbi());
            result.differences().forEach(tell);
            tell.accept(Counted.of(result.people(), "person", "people") + " looked at, "
                    + Counted.of(result.differences().size(), "difference") + ".");
            return result.differences().isEmpty() ? ExitCode.SUCCESS : ExitCode.FINDINGS;
        } catch (SQLException | IOException | RuntimeException e) {
            tell.accept("The database cannot be read to its end, " + Faults.words(e)
                    + ". Restore the last good backup; how stands in docs/operators.md.");
            return ExitCode.FINDINGS;
        }
    }

    private Verification.Result replay(Jdbi jdbi) {
        Settings.Programme programme = configuration.settings().programme();
        CalendarChanges calendarChanges = new CalendarChanges(jdbi, programme.id(), configuration.calendar());
        calendarChanges.refresh();
        return new StudyFeature(
                        jdbi,
                        programme.id(),
                        configuration.timetable(),
                        calendarChanges,
                        programme.pushAt(),
                        programme.remindAt(),
                        configuration.syllabus(),
                        new Staff(
                                jdbi,
                                new HashSet<>(configuration.settings().people().admins())),
                        new Outbox(jdbi, Clock.systemUTC()),
                        new Prompts(jdbi),
                        new Reception(jdbi))
                .verification()
                .run();
    }
}
