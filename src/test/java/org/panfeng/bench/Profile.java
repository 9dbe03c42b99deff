package org.panfeng.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code -Dbench.profile=FILE}: the flight recorder writes down what the bot does with its time; the last run stays in the file. */
final class Profile {
    private Profile() {}

    static Optional<Path> file() {
        return Optional.of(System.getProperty("bench.profile", ""))
                .filter(file -> !file.isEmpty())
                .map(file -> Path.of(file).toAbsolutePath());
    }

    static List<String> options() {
        return file().map(file -> List.of(
                        "-XX:FlightRecorderOptions=stackdepth=256",
                        "-XX:StartFlightRecording:settings=profile,filename=" + file))
                .orElse(List.of());
    }
}
