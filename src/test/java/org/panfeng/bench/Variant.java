package org.panfeng.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One of those that are compared: a jar, and options for its JVM. */
record Variant(Path jar, List<String> options) {
    /** Each jar of {@code -Dbot.jar=a.jar,b.jar} with each set of {@code -Dbot.options=-Xmx256m,-XX:+UseSerialGC -Xmx256m}. */
    static List<Variant> asked() {
        List<Variant> variants = new ArrayList<>();
        for (String jar : System.getProperty("bot.jar", "target/panfeng.jar").split(",")) {
            for (String options : System.getProperty("bot.options", "").split(",", -1)) {
                variants.add(new Variant(
                        Path.of(jar),
                        Arrays.stream(options.strip().split("\\s+"))
                                .filter(option -> !option.isEmpty())
                                .toList()));
            }
        }
        return variants;
    }

    @Override
    public String toString() {
        return (jar + " " + String.join(" ", options)).strip();
    }
}
