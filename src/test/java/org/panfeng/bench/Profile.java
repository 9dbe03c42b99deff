package org.panfeng.bench;

import java.nio.file.Path;
import java.util.List;

/** {@code -Dbench.profile=FILE}: records what the bot does with its time. */
final class Profile {
    private Profile() {}

    static boolean isOff() {
        return System.getProperty("bench.profile", "").isEmpty();
    }

    static List<String> options() {
        String file = System.getProperty("bench.profile", "");
        return file.isEmpty()
                ? List.of()
                : List.of("-XX:StartFlightRecording:settings=profile,dumponexit=true,filename="
                        + Path.of(file).toAbsolutePath());
    }
}
