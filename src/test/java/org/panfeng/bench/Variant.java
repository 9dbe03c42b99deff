package org.panfeng.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One of those that are compared.
 *
 * @param command what follows {@code java} up to the bot's own arguments
 */
record Variant(String name, List<String> command) {
    /** Each jar of {@code -Dbot.jar=a.jar,b.jar} with each set of options of {@code -Dbot.options=-Xmx256m,-Xmx128m -Xint}. */
    static List<Variant> asked() {
        List<Variant> variants = new ArrayList<>();
        for (String jar : System.getProperty("bot.jar", "target/panfeng.jar").split(",")) {
            for (String options : System.getProperty("bot.options", "").split(",", -1)) {
                variants.add(new Variant(
                                (Path.of(jar).getFileName() + " " + options).strip(),
                                List.of("-jar", Path.of(jar).toAbsolutePath().toString()))
                        .with(words(options)));
            }
        }
        return variants;
    }

    /** The classes of this build, which has not been packaged yet. */
    static Variant ofClasses() {
        return new Variant("classes", List.of("-cp", ClassPath.own(), "org.panfeng.Main"));
    }

    private static List<String> words(String options) {
        return Arrays.stream(options.strip().split("\\s+"))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    Variant with(List<String> options) {
        List<String> longer = new ArrayList<>(options);
        longer.addAll(command);
        return new Variant(name, longer);
    }
}
