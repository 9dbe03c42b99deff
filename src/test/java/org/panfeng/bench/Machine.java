package org.panfeng.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What is measured on. */
final class Machine {
    private Machine() {}

    /** The Java that bot and server are started with: {@code -Dbot.java}, or the one that runs this. */
    static String java() {
        return System.getProperty(
                "bot.java",
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    /** One line, with how busy it is already. */
    static String description() {
        return String.format(
                Locale.ROOT,
                "%d cores, %d GB, load %s, %s %s, %s",
                Runtime.getRuntime().availableProcessors(),
                kilobytes(Path.of("/proc/meminfo"), "MemTotal") >> 20,
                load(),
                System.getProperty("java.vm.name"),
                System.getProperty("java.version"),
                System.getProperty("os.name"));
    }

    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** The number behind a word in a file of {@code /proc}; 0 where there is none. */
    static long kilobytes(Path file, String word) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(word + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
