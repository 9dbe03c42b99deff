package org.panfeng.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.panfeng.sandbox.Person;
import org.panfeng.sandbox.StandIn;

/**
 * How long a person waits whose {@code /start} was there before the bot, from the start of {@code java -jar} to the first reply, and
 * how much memory the bot holds when idle. Arguments, if any, are options for the bot's JVM; several sets of them, parted by
 * {@code --}, are measured in turn, so that what else the machine does falls on all of them alike. The time on the processors, which
 * that disturbs less, is the better one to compare by.
 */
public final class FirstReply {
    private static final String JAR =
            System.getProperty("bot.jar", Path.of("target", "panfeng.jar").toString());
    private static final String JAVA = System.getProperty(
            "bot.java", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
    private static final Person PERSON = new Person(1, "明", "李", null, "zh-hans");
    private static final int STARTS = 7;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final PrintStream OUT = System.out;

    private final List<String> command;
    private final List<Double> waits = new ArrayList<>();
    private final List<Double> processorTimes = new ArrayList<>();

    private FirstReply(List<String> jvmOptions) {
        command = new ArrayList<>(List.of(JAVA));
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", Path.of(JAR).toAbsolutePath().toString(), "run"));
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<FirstReply> measured = parted(arguments);
        for (int i = 0; i < STARTS; i++) {
            for (FirstReply one : measured) {
                one.measure(Duration.ZERO);
            }
        }
        for (FirstReply one : measured) {
            one.report();
        }
    }

    private static List<FirstReply> parted(String... arguments) {
        List<FirstReply> parts = new ArrayList<>();
        List<String> options = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals("--")) {
                parts.add(new FirstReply(options));
                options = new ArrayList<>();
            } else {
                options.add(argument);
            }
        }
        parts.add(new FirstReply(options));
        return parts;
    }

    private void report() throws IOException, InterruptedException {
        OUT.println(String.join(" ", command));
        OUT.println("First reply after " + spread(waits) + ", on the processors " + spread(processorTimes));
        measure(IDLE);
    }

    private static String spread(List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        return String.format(
                Locale.ROOT, "%.2f s (%.2f to %.2f)", sorted.get(STARTS / 2), sorted.get(0), sorted.get(STARTS - 1));
    }

    /** One start in an empty folder; waits idle afterwards and prints the memory, if so wished. */
    private void measure(Duration idle) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("first-reply");
        try (StandIn standIn = StandIn.start(0, TOKEN, Clock.systemUTC())) {
            standIn.messenger().add(PERSON);
            standIn.messenger().says(PERSON.id(), "/start");
            long began = System.nanoTime();
            Process bot = start(folder, standIn.url());
            try {
                standIn.messenger().awaitMessage(PERSON.id(), message -> true, PATIENCE);
                if (idle.isZero()) {
                    waits.add((System.nanoTime() - began) / 1e9);
                    processorTimes.add(
                            bot.info().totalCpuDuration().orElseThrow().toMillis() / 1e3);
                } else {
                    TimeUnit.SECONDS.sleep(idle.toSeconds());
                    OUT.println("Idle after " + idle.toSeconds() + " s: " + memory(bot));
                }
            } finally {
                bot.destroyForcibly().waitFor();
            }
        }
    }

    private Process start(Path folder, String apiUrl) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile());
        builder.environment()
                .putAll(Map.of(
                        "PANFENG_TELEGRAM_TOKEN", TOKEN,
                        "PANFENG_TELEGRAM_API_URL", apiUrl,
                        "PANFENG_PEOPLE_ENROLMENT", "open",
                        "PANFENG_PROGRAMME_CALENDAR", "every-day",
                        "PANFENG_HTTP_PORT", "0"));
        return builder.start();
    }

    private static String memory(Process bot) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(bot.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("RssAnon"))
                .map(line -> line.replaceAll("\\s+", " "))
                .reduce((one, other) -> one + ", " + other)
                .orElse("unknown");
    }
}
