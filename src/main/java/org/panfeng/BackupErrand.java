package org.panfeng;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.panfeng.storage.Backup;
import org.panfeng.storage.Database;
import org.panfeng.storage.Faults;

/** Writes a backup. */
record BackupErrand(Clock clock) implements Errand {
    @Override
    public String name() {
        return "backup";
    }

    @Override
    public int run(Database database, List<String> arguments, Consumer<String> tell) {
        Path to = Path.of(arguments.get(0));
        try {
            Backup.Made made = new Backup(database.dataSource(), Version.NUMBER).make(to, clock.instant(), tell);
            tell.accept(String.format(
                    Locale.ROOT,
                    "Written to %s: %s in %s, %.1f MB.",
                    made.file(),
                    Counted.of(made.rows(), "row"),
                    Counted.of(made.tables(), "table"),
                    made.bytes() / 1e6));
            return ExitCode.SUCCESS;
        } catch (IOException e) {
            tell.accept("The backup cannot be written to " + to + ": " + Faults.words(e) + ".");
            return ExitCode.CANNOT_RUN;
        } catch (SQLException e) {
            tell.accept("No backup was made: the database cannot be read to its end, " + Faults.words(e) + ".");
            return ExitCode.FINDINGS;
        }
    }
}
