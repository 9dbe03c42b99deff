package org.panfeng.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;

/** What a failure of the database is called, in words for the operator and without what people wrote. */
public final class Faults {
    private Faults() {}

    /** Whether the disk is full or cannot be written, so that nothing is wrong with what is on it. */
    static boolean isOfTheDisk(Throwable failure) {
        String words = words(failure);
        return words.startsWith("the disk") || words.startsWith("the database file");
    }

    /** In a few words: the disk is full, the file cannot be written, the database is away. */
    public static String words(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (said.contains("no space left") || said.contains("disk quota") || said.contains("disk full")) {
                return "the disk is full";
            } else if (said.contains("read-only") || said.contains("read only") || said.contains("permission denied")) {
                return "the database file cannot be written: it or its disk is read-only";
            } else if (said.contains("is not what was written")) {
                return "a part of the file is not what was written";
            }
        }
        return last(failure);
    }

    private static String last(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return "the database is away or cannot be read (" + sql.getSQLState() + ")";
            } else if (cause instanceof IOException) {
                return "the folder or the file cannot be used ("
                        + cause.getClass().getSimpleName() + ")";
            }
        }
        return "the database is away or cannot be read (" + failure.getClass().getSimpleName() + ")";
    }
}
