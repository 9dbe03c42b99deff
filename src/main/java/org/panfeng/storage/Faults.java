package org.panfeng.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a failure of the database is called, in words for the operator and without what people wrote. */
public final class Faults {
    private Faults() {}

    /** Whether the disk is full or cannot be written, so that nothing is wrong with what is on it. */
    static boolean isOfTheDisk(Throwable failure) {
        return !words(failure).startsWith("the database is away");
    }

    /** In a few words: the disk is full, the file cannot be written, the database is away. */
    public static String words(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (said.contains("no space left") || said.contains("disk quota") || said.contains("disk full")) {
                return "the disk is full";
            } else if (said.contains("read-only") || said.contains("read only") || said.contains("permission denied")) {
                return "the database file cannot be written: it or its disk is read-only";
            }
        }
        return last(failure);
    }

    private static String last(Throwable failure) {
        @Nullable Throwable known = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException || cause instanceof IOException) {
                known = cause;
            }
        }
        return known instanceof SQLException sql && sql.getSQLState() != null
                ? "the database is away (" + sql.getSQLState() + ")"
                : "the database is away ("
                        + (known == null ? failure : known).getClass().getSimpleName() + ")";
    }
}
