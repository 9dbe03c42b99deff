package org.panfeng.programme;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML as a person wrote it. Values stay the text that stands in the file: YAML itself would read {@code 08:30} as the number
 * 510 and {@code no} as false.
 */
public final class YamlText {
    private static final int DEEPEST = 3;

    private final TextFile file;
    private final List<Finding> findings;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private YamlText(TextFile file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    /**
     * A key and what it was set to.
     *
     * @param key the keys from the outermost to this one, joined by dots
     * @param values one for a plain value, any number for a list
     */
    public record Entry(String key, int line, boolean list, List<String> values) {
        public Entry {
            values = List.copyOf(values);
        }

        /** The value, or the elements of the list separated by commas. */
        public String text() {
            return String.join(",", values);
        }
    }

    /**
     * Every key that has a value, in the order of the file; a key without one counts as not written.
     *
     * @param file its text is YAML throughout; lines before the YAML may be blanked out to keep the numbers right
     */
    public static List<Entry> read(TextFile file, List<Finding> findings) {
        YamlText yaml = new YamlText(file, findings);
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(file.text()));
            if (root instanceof MappingNode mapping) {
                yaml.add("", mapping, 1);
            } else if (root != null) {
                yaml.report(root, "every line here is `key: value`");
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            findings.add(file.finding(line, "is no YAML: " + e.getProblem() + hint(e.getProblem())));
        } catch (YAMLException e) {
            findings.add(file.finding(0, "is no YAML: " + e.getMessage()));
        }
        return List.copyOf(yaml.entries.values());
    }

    private void add(String prefix, MappingNode mapping, int depth) {
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                add(prefix + key.getValue(), key, tuple.getValueNode(), depth);
            } else {
                report(tuple.getKeyNode(), "a key is one word");
            }
        }
    }

    private void add(String key, Node keyNode, Node value, int depth) {
        if (value instanceof MappingNode nested) {
            if (depth < DEEPEST) {
                add(key + ".", nested, depth + 1);
            } else {
                report(keyNode, "\"" + key + "\" is nested too deeply");
            }
        } else if (value instanceof SequenceNode sequence) {
            put(new Entry(key, line(keyNode), true, elements(key, sequence)));
        } else if (value instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            put(new Entry(key, line(keyNode), false, List.of(scalar.getValue().strip())));
        }
    }

    private List<String> elements(String key, SequenceNode sequence) {
        List<String> elements = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            if (element instanceof ScalarNode scalar) {
                elements.add(scalar.getValue().strip());
            } else {
                report(element, "\"" + key + "\" is a list of plain values");
            }
        }
        return elements;
    }

    private void put(Entry entry) {
        Entry first = entries.putIfAbsent(entry.key(), entry);
        if (first != null) {
            findings.add(file.finding(
                    entry.line(), "\"" + entry.key() + "\" is set a second time, after line " + first.line()));
        }
    }

    private void report(Node node, String problem) {
        findings.add(file.finding(line(node), problem));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String hint(String problem) {
        if (problem.contains("TAB")) {
            return "; indent with spaces";
        }
        return problem.contains("mapping values are not allowed")
                ? "; check the indentation, and put a value that contains \": \" in quotes"
                : "";
    }
}
