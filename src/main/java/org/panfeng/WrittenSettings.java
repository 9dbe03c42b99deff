package org.panfeng;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.panfeng.programme.Finding;
import org.panfeng.programme.Spelling;
import org.panfeng.programme.TextFile;
import org.panfeng.programme.YamlText;

/** The settings as they were written, in the file and in the environment. A key that nobody asks for is unknown. */
final class WrittenSettings {
    private static final String PREFIX = "PANFENG_";

    private final Map<String, String> environment;
    private final Map<String, Value> inFile = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    WrittenSettings(Map<String, String> environment) {
        this.environment = new TreeMap<>(environment);
    }

    /**
     * @param place the file, or the variable of the environment
     * @param label what a problem begins with: the key in a file, nothing where the variable says it already
     */
    record Value(String place, int line, String label, boolean list, String text) {
        Finding finding(String problem) {
            return new Finding(place, line, label + problem);
        }
    }

    void read(Path file, List<Finding> findings) {
        if (!Files.exists(file)) {
            return;
        }
        TextFile.read(file, findings).ifPresent(text -> {
            for (YamlText.Entry entry : YamlText.read(text, findings)) {
                String label = entry.key() + ": ";
                inFile.put(entry.key(), new Value(text.place(), entry.line(), label, entry.list(), entry.text()));
            }
        });
    }

    /** The environment outranks the file; an empty variable counts as none, as container tools set it so. */
    Optional<Value> find(String key) {
        asked.add(key);
        String variable = variable(key);
        String text = environment.getOrDefault(variable, "").strip();
        return text.isEmpty()
                ? Optional.ofNullable(inFile.get(key))
                        .filter(value -> value.list() || !value.text().isEmpty())
                : Optional.of(new Value(variable, 0, "", false, text));
    }

    /** The keys that were asked for. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** To be called when every setting has been asked for. */
    List<Finding> unknown() {
        List<Finding> unknown = new ArrayList<>();
        inFile.forEach((key, value) -> {
            if (!asked.contains(key)) {
                unknown.add(new Finding(value.place(), value.line(), unknown(key)));
            }
        });
        List<String> variables = asked.stream().map(WrittenSettings::variable).toList();
        environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !variables.contains(name))
                .map(name -> new Finding(name, 0, "is no setting." + suggestion(name, "_", variables)))
                .forEach(unknown::add);
        return unknown;
    }

    private String unknown(String key) {
        boolean group = asked.stream().anyMatch(known -> known.startsWith(key + "."));
        return group
                ? "\"" + key + "\" is a group of settings; write them below it, indented"
                : "\"" + key + "\" is no setting." + suggestion(key, ".", asked);
    }

    /** Most often the group was forgotten, else a letter was. */
    private static String suggestion(String name, String separator, Collection<String> known) {
        String last = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        return known.stream()
                .filter(key -> key.endsWith(separator + last))
                .findFirst()
                .map(key -> " Did you mean \"" + key + "\"?")
                .orElseGet(() -> Spelling.didYouMean(name, known));
    }

    private static String variable(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
