package org.panfeng;

import org.panfeng.storage.Backups;
import org.panfeng.storage.Damaged;

/** What the operator is told besides that the database is damaged. */
final class Advice {
    private Advice() {}

    /** Which backup is the last good one, and the command that brings it back. */
    static String after(Damaged damaged, Settings settings) {
        Settings.Backup backup = settings.backup();
        return damaged.words()
                + System.lineSeparator()
                + new Backups(backup.dir())
                        .lastGood()
                        .map(file -> "The last good backup is " + file
                                + ". To bring it back: java -jar panfeng.jar restore " + file)
                        .orElse("There is no good backup in " + backup.dir()
                                + ". If you have one elsewhere: java -jar panfeng.jar restore FILE");
    }
}
