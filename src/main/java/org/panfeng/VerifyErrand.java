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
import org.panfeng.mailbox.Pictures;
import org.panfeng.mailbox.Reception;
import org.panfeng.people.Absences;
import org.panfeng.people.Departments;
import org.panfeng.people.Staff;
import org.panfeng.programme.CalendarChanges;
import org.panfeng.storage.Database;
import org.panfeng.storage.Everything;
import org.panfeng.storage.Faults;
import org.panfeng.study.ReminderHours;
import org.panfeng.study.StudyFeature;
import org.panfeng.study.Verification;

/** Reads everything, and replays every ledger and streak from the facts. */
record VerifyErrand(Configuration configuration) implements Errand {
    /** The argument that lets what differs be set right. */
    static final String REPAIR = "repair";

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
            Verification verification = verification(database.jdbi());
            boolean isWell = isWell(verification, tell);
            if (!isWell && arguments.contains(REPAIR)) {
                tell.accept(Counted.of(verification.repair(), "ledger or streak", "ledgers or streaks")
                        + " set right. Looking again.");
                isWell = isWell(verification, tell);
            }
            return isWell ? ExitCode.SUCCESS : ExitCode.FINDINGS;
        } catch (SQLException | IOException | RuntimeException e) {
            tell.accept("The database cannot be read to its end, " + Faults.words(e)
                    + ". Restore the last good backup; how stands in docs/operators.md.");
            return ExitCode.FINDINGS;
        }
    }

    private static boolean isWell(Verification verification, Consumer<String> tell) {
        Verification.Result result = verification.run();
        result.differences().forEach(tell);
        tell.accept(Counted.of(result.people(), "person", "people") + " looked at, "
                + Counted.of(result.differences().size(), "difference") + ".");
        return result.differences().isEmpty();
    }

    private Verification verification(Jdbi jdbi) {
        Settings.Programme programme = configuration.settings().programme();
        CalendarChanges calendarChanges = new CalendarChanges(jdbi, programme.id(), configuration.calendar());
        calendarChanges.refresh();
        return new StudyFeature(
                        jdbi,
                        programme.id(),
                        configuration.timetable(),
                        programme.pushAt(),
                        new ReminderHours(configuration.timetable(), programme.remindAt()),
                        configuration.syllabus(),
                        new Staff(
                                jdbi,
                                new HashSet<>(configuration.settings().people().admins())),
                        new Departments(jdbi),
                        new Absences(jdbi),
                        new Outbox(jdbi, Clock.systemUTC()),
                        new Prompts(jdbi),
                        new Reception(jdbi),
                        new Pictures(jdbi, Clock.systemUTC()),
                        Clock.systemUTC())
                .verification();
    }
}
