package org.panfeng.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What one run has brought, by name, in the order in which it is shown. */
final class Figures {
    private final Map<String, List<Double>> values = new LinkedHashMap<>();

    Figures add(String name, double value) {
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        return this;
    }

    /** Adds those of another run of the same. */
    void addAll(Figures other) {
        other.values.forEach((name, more) -> more.forEach(value -> add(name, value)));
    }

    Iterable<String> names() {
        return values.keySet();
    }

    double median(String name) {
        List<Double> sorted =
                values.getOrDefault(name, List.of()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** The median, with the lowest and the highest where there are several. */
    String cell(String name) {
        List<Double> sorted =
                values.getOrDefault(name, List.of()).stream().sorted().toList();
        if (sorted.isEmpty()) {
            return "";
        }
        String median = rounded(sorted.get(sorted.size() / 2));
        String lowest = rounded(sorted.get(0));
        String highest = rounded(sorted.get(sorted.size() - 1));
        return lowest.equals(highest) ? median : median + " (" + lowest + "–" + highest + ")";
    }

    /** Three digits that count, no more. */
    private static String rounded(double value) {
        double size = Math.abs(value);
        return String.format(
                Locale.ROOT, size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
