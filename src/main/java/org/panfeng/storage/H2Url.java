package org.panfeng.storage;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/** The URL of an H2 database: the file behind it, and the settings that we need of it. */
final class H2Url {
    /**
     * The dialect in which H2 and PostgreSQL share our SQL, and what makes a commit durable: without WRITE_DELAY=0 a killed process loses
     * up to half a second of commits, without RETENTION_TIME=0 the file grows by 15 kB a commit. What goes wrong reaches us as exceptions; a
     * trace file would repeat it with what people wrote.
     */
    private static final String SETTINGS =
            "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;RETENTION_TIME=0"
                    + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    static final String ENDING = ".mv.db";
    private static final String PREFIX = "jdbc:h2:";

    private H2Url() {}

    static boolean is(String url) {
        return url.startsWith(PREFIX);
    }

    /** The file behind a URL; empty for PostgreSQL, a database in memory, on a server, or in a file system of H2's own. */
    static Optional<Path> file(String url) {
        if (!is(url)) {
            return Optional.empty();
        }
        String rest = url.substring(PREFIX.length()).replaceFirst(";.*", "").replaceFirst("^(file|retry):", "");
        String path = rest.replaceFirst("^~", Matcher.quoteReplacement(System.getProperty("user.home")));
        return path.matches("[a-z]{2,}:.*") ? Optional.empty() : Optional.of(Path.of(path + ENDING));
    }

    /**
     * The URL with our settings. H2's plain file system closes the whole database when a thread is interrupted while it writes, as
     * Quartz interrupts its own when it stops; {@code retry:} opens the file again. {@code sums:} guards every block of it.
     */
    static String complete(String url) {
        return file(url).map(file -> of(file) + withoutName(url) + missing(url)).orElseGet(() -> url + missing(url));
    }

    /** A database in this file, with our settings. */
    static String complete(Path file) {
        return of(file) + missing("");
    }

    private static String of(Path file) {
        return PREFIX + "retry:" + SummedFiles.SCHEME + ":"
                + file.toAbsolutePath().normalize().toString().replace(ENDING, "");
    }

    private static String withoutName(String url) {
        return url.contains(";") ? url.substring(url.indexOf(';')) : "";
    }

    private static String missing(String url) {
        StringBuilder missing = new StringBuilder();
        for (String setting : SETTINGS.split(";")) {
            String key = setting.substring(0, setting.indexOf('=') + 1);
            if (!url.toUpperCase(Locale.ROOT).contains(";" + key)) {
                missing.append(';').append(setting);
            }
        }
        return missing.toString();
    }
}
