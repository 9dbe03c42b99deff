package org.panfeng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures what is named, {@code -Dbench.runs} times for each of the {@link Variant}s in turn, so that what else the machine does falls
 * on all of them alike, and prints a table of the medians.
 */
public final class Bench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();

    static {
        int people = number("people", 10_000);
        int updates = number("updates", 100_000);
        double faults = Double.parseDouble(System.getProperty("bench.faults", "0"));
        SCENARIOS.put("throughput", new Throughput(people, updates, 0, false));
        SCENARIOS.put("throughput-50ms", new Throughput(people, updates, 50, false));
        SCENARIOS.put("webhook-50ms", new Throughput(people, updates, 50, true));
        SCENARIOS.put("broadcast-bucket", new Broadcast(number("size", 10_000), "bucket", 30, 0, faults));
        SCENARIOS.put("broadcast-window", new Broadcast(number("size", 10_000), "window", 30, 0, faults));
        SCENARIOS.put("broadcast-1000", new Broadcast(number("size", 20_000), "bucket", 1000, 50, faults));
        SCENARIOS.put(
                "reply-latency", new ReplyLatency(number("size", 100_000), number("pace", 50), number("seconds", 60)));
        SCENARIOS.put("first-reply", new FirstReply(false));
        SCENARIOS.put("first-reply-archive", new FirstReply(true));
        SCENARIOS.put("idle-60", new IdleMemory(60, number("seconds", 60)));
        SCENARIOS.put("idle-100000", new IdleMemory(number("size", 100_000), number("seconds", 60)));
    }

    private static int number(String option, int otherwise) {
        return Integer.getInteger("bench." + option, otherwise);
    }

    private Bench() {}

    /**
     * @param arguments names of scenarios; none for all of them
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        OUT.println(Machine.description());
        OUT.println();
        for (String name : arguments.length == 0 ? SCENARIOS.keySet() : List.of(arguments)) {
            Scenario scenario = SCENARIOS.get(name);
            if (scenario == null) {
                throw new IllegalArgumentException("There is no " + name + ", but " + SCENARIOS.keySet());
            }
            print(name, scenario);
        }
    }

    private static void print(String name, Scenario scenario) throws IOException, InterruptedException, SQLException {
        List<Variant> variants = Variant.asked();
        List<Figures> figures = new ArrayList<>();
        variants.forEach(variant -> figures.add(new Figures()));
        for (int run = 0; run < Integer.getInteger("bench.runs", 3); run++) {
            for (int i = 0; i < variants.size(); i++) {
                figures.get(i).addAll(scenario.measure(variants.get(i)));
            }
        }
        List<String> columns = new ArrayList<>();
        figures.get(0).names().forEach(columns::add);
        OUT.println("| " + name + " | " + String.join(" | ", columns) + " |");
        OUT.println("|---" + "|---:".repeat(columns.size()) + "|");
        for (int i = 0; i < variants.size(); i++) {
            Figures those = figures.get(i);
            OUT.println("| " + variants.get(i).name() + " | "
                    + String.join(" | ", columns.stream().map(those::cell).toList()) + " |");
        }
        OUT.println();
        if (Profile.file().isPresent()) {
            HotMethods.print(Profile.file().get(), OUT);
        }
    }
}
